-- mail that is to leave; it names whom and what, and holds no content
create table outgoing_mail (
    id         uuid primary key,
    version    integer     not null,
    template   text        not null,
    recipient  text        not null check (recipient in ('PATIENT', 'HELPER', 'CLINIC', 'STAFF')),
    request_id uuid references second_opinion_request on delete cascade,
    account_id uuid,
    status     text        not null check (status in ('QUEUED', 'SENT', 'GIVEN_UP')),
    queued_at  timestamptz not null,
    due        timestamptz not null,
    sent_at    timestamptz,
    attempts   integer     not null default 0,
    last_error text
);

-- the dispatcher's query, and the figures for health; mail that was sent stays out of the index
create index outgoing_mail_due on outgoing_mail (status, due) where status <> 'SENT';

create index outgoing_mail_request on outgoing_mail (request_id);
