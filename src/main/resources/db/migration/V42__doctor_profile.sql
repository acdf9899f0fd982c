-- what a doctor gives opinions on, and how many requests a week
create table doctor_profile (
    account_id      uuid primary key references staff_account on delete cascade,
    version         integer not null,
    cancer_sites    text[]  not null,
    treatments      text[]  not null,
    weekly_capacity integer check (weekly_capacity > 0) -- none: no limit
);

-- the same absence entered twice is one
alter table absence add constraint absence_once unique (doctor_id, first_day, last_day);

-- how many requests each doctor took this week
create index request_change_taken on request_change (at) where move in ('TAKE', 'ASSIGN');
