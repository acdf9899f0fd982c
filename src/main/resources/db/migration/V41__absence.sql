-- days on which a doctor is away; why is nobody's business
create table absence (
    id        uuid primary key,
    version   integer not null,
    doctor_id uuid    not null references staff_account on delete cascade,
    first_day date    not null,
    last_day  date    not null,
    check (first_day <= last_day)
);

create index absence_doctor on absence (doctor_id, last_day);
