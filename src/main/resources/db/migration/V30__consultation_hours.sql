-- when doctors see patients, in the clinic's own time; free slots are computed from it and stored nowhere
create table weekly_pattern (
    id          uuid primary key,
    version     integer not null,
    doctor_id   uuid    not null references staff_account on delete cascade,
    weekday     text    not null check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    from_time   time    not null,
    to_time     time    not null,
    minutes     integer not null check (minutes between 5 and 240),
    visit       text check (visit in ('ON_SITE', 'VIDEO')), -- none: as the patient likes
    valid_from  date    not null,
    valid_until date,
    check (from_time < to_time),
    check (valid_until >= valid_from)
);

create index weekly_pattern_doctor on weekly_pattern (doctor_id);

-- one day that is not as the week says: hours taken out, the whole day if none are named, or hours added
create table day_change (
    id        uuid primary key,
    version   integer not null,
    doctor_id uuid    not null references staff_account on delete cascade,
    day       date    not null,
    kind      text    not null check (kind in ('CLOSED', 'EXTRA')),
    from_time time,
    to_time   time,
    minutes   integer check (minutes between 5 and 240),
    visit     text check (visit in ('ON_SITE', 'VIDEO')),
    check ((from_time is null) = (to_time is null)),
    check (from_time < to_time),
    check (kind = 'CLOSED' or (from_time is not null and minutes is not null))
);

create index day_change_doctor on day_change (doctor_id, day);
