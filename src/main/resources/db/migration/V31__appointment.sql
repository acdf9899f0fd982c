-- lets a range of time and a doctor stand in one constraint; a trusted extension, which the owner of a database may create
create extension if not exists btree_gist;

create table appointment (
    id             uuid primary key,
    version        integer     not null,
    request_id     uuid        not null references second_opinion_request on delete cascade,
    doctor_id      uuid        not null references staff_account,
    visit          text        not null check (visit in ('ON_SITE', 'VIDEO')),
    state          text        not null check (state in ('PROPOSED', 'LAPSED', 'OTHERS_WANTED', 'REFUSED', 'BOOKED', 'ARRIVED', 'MISSED', 'CANCELLED')),
    created_at     timestamptz not null,
    held_until     timestamptz,
    begins         timestamptz, -- once it is booked
    ends           timestamptz,
    sequence       integer     not null, -- counts moves and cancellations, for calendars
    video_link     bytea,                -- sealed
    reminded_at    timestamptz,
    answered_at    timestamptz, -- when the patient answered
    answer_seen_at timestamptz, -- when staff first saw it
    check (state <> 'PROPOSED' or held_until is not null),
    check ((begins is null) = (ends is null)),
    check (begins < ends),
    check (state not in ('BOOKED', 'ARRIVED', 'MISSED') or begins is not null)
);

-- a request has one appointment at a time; what came of earlier ones is kept
create unique index appointment_current on appointment (request_id) where state in ('PROPOSED', 'BOOKED');

create index appointment_request on appointment (request_id);
create index appointment_held on appointment (held_until) where state = 'PROPOSED';
create index appointment_booked on appointment (begins) where state = 'BOOKED';

-- a doctor's time that is held for a patient, or booked; nobody can have a part of it twice
create table appointment_time (
    id             uuid primary key,
    version        integer     not null,
    appointment_id uuid        not null references appointment on delete cascade,
    doctor_id      uuid        not null references staff_account,
    state          text        not null check (state in ('HELD', 'BOOKED', 'RELEASED')),
    begins         timestamptz not null,
    ends           timestamptz not null,
    during         tstzrange   not null generated always as (tstzrange(begins, ends)) stored,
    check (begins < ends),
    constraint appointment_time_taken exclude using gist (doctor_id with =, during with &&)
        where (state in ('HELD', 'BOOKED'))
);

create index appointment_time_appointment on appointment_time (appointment_id);

-- what was done about an appointment, for the request's journal
create table appointment_act (
    id             uuid primary key,
    version        integer       not null,
    appointment_id uuid          not null references appointment on delete cascade,
    act            text          not null check (act in ('PROPOSED', 'WITHDRAWN', 'LAPSED', 'ACCEPTED', 'OTHERS_WANTED', 'REFUSED', 'BOOKED', 'MOVED', 'CANCELLED', 'ENDED', 'ARRIVED', 'MISSED', 'LINK_SET')),
    author         uuid references staff_account, -- none: the patient, or the time that passed
    at             timestamptz   not null,
    times          timestamptz[] not null,
    words          bytea -- sealed
);

create index appointment_act_appointment on appointment_act (appointment_id);
