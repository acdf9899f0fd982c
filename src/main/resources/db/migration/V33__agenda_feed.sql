-- the secret link under which a doctor's calendar program reads the agenda; one a doctor
create table agenda_feed (
    doctor_id  uuid primary key references staff_account on delete cascade,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    created_at timestamptz not null
);
