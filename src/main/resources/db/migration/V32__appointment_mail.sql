-- the appointment that a mail is about; what it says of it is looked up when the mail leaves
alter table outgoing_mail add column appointment_id uuid references appointment on delete cascade;

create index outgoing_mail_appointment on outgoing_mail (appointment_id) where appointment_id is not null;
