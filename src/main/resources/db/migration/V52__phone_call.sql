-- a call of the clinic about a request
create table phone_call (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    author     uuid        not null references staff_account,
    written_at timestamptz not null,
    text       bytea       not null, -- sealed
    person     text        not null check (person in ('PATIENT', 'HELPER')),
    outcome    text        not null check (outcome in ('REACHED', 'VOICEMAIL', 'NO_ANSWER', 'WRONG_NUMBER')),
    next_day   date,
    next_time  text check (next_time in ('MORNING', 'NOON', 'AFTERNOON', 'EVENING')),
    check (next_day is not null or next_time is null)
);

create index phone_call_request on phone_call (request_id, written_at);

-- whom to call today
create index phone_call_next on phone_call (next_day) where next_day is not null;
