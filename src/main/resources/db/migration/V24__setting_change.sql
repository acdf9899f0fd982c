-- who changed which of the clinic's settings, from what to what
create table setting_change (
    id      uuid primary key, -- in the order of time
    area    text        not null check (area in ('FACTS', 'DEADLINES', 'CLOSED_DAYS', 'TEXTS', 'DIRECTORY', 'DOCTORS', 'SLOTS')),
    subject text        not null,
    before  text,
    after   text,
    author  uuid        not null references staff_account,
    at      timestamptz not null,
    check (before is distinct from after)
);
