-- a link that opens a form on another device; one wish for a link may have made several, since a mail that is tried again carries another
create table resume_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    draft_id   uuid  not null references draft on delete cascade
);

create index resume_link_draft on resume_link (draft_id);

-- mail to somebody who has sent nothing yet: it names the form, and is deleted once it has left or was given up
alter table outgoing_mail add column draft_id uuid references draft on delete cascade;
alter table outgoing_mail add column language text; -- where no request says it

alter table outgoing_mail drop constraint outgoing_mail_recipient_check;
alter table outgoing_mail add constraint outgoing_mail_recipient_check
    check (recipient in ('PATIENT', 'FORMER', 'HELPER', 'CLINIC', 'STAFF', 'WRITER'));
alter table outgoing_mail add constraint outgoing_mail_draft_check
    check ((recipient = 'WRITER') = (draft_id is not null) and (draft_id is null) = (language is null));

create index outgoing_mail_draft on outgoing_mail (draft_id) where draft_id is not null;
