-- whose setting it is: doctors read what was changed of their own
alter table setting_change add column about uuid references staff_account;

-- doctors could only ever change their own
update setting_change c set about = c.author from staff_account a
where a.id = c.author and a.role = 'DOCTOR' and c.area in ('DOCTORS', 'SLOTS');
