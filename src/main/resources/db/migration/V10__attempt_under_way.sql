-- until when a mail is being sent; nobody else sends it in the meantime
alter table outgoing_mail add column attempt_ends timestamptz;
