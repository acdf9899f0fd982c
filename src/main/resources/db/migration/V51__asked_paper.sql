-- which papers staff have asked the patient for; when somebody last told otherwise whether it is there
alter table paper add column asked_at timestamptz;
alter table paper add column told_at timestamptz;
alter table paper add column told_by uuid references staff_account; -- none: the patient told it
