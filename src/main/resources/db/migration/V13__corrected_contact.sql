-- a former address is told of its replacement; it is sealed, and kept until that mail has left
alter table outgoing_mail add column address bytea;

alter table outgoing_mail drop constraint outgoing_mail_recipient_check;
alter table outgoing_mail add constraint outgoing_mail_recipient_check
    check (recipient in ('PATIENT', 'FORMER', 'HELPER', 'CLINIC', 'STAFF'));

-- what patients do themselves is no move
alter table request_change add constraint request_change_own_act_check
    check (move is not null or detail is null or detail in ('CONTACT_CORRECTED', 'ERASURE_ASKED', 'ERASURE_CALLED_OFF'));
