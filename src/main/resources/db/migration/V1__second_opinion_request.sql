-- a patient's request; identity and coded answers can be queried, words are sealed
create table second_opinion_request (
    id                uuid primary key,
    version           integer     not null,
    draft_id          uuid        not null unique, -- one draft becomes one request only
    reference         text        not null unique check (reference ~ '^SA-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    status            text        not null check (status in ('SUSPECT', 'NEW', 'IN_REVIEW', 'TO_COMPLETE', 'REFERRED', 'DUPLICATE', 'CLOSED')),
    submitted_at      timestamptz not null,
    first_read_at     timestamptz,
    language          text        not null,
    assignee          uuid,

    birth_name        text        not null check (birth_name <> ''),
    used_name         text,
    first_name        text        not null check (first_name <> ''),
    birth_date        date        not null,

    helper_name       text,
    helper_relation   text check (helper_relation in ('SPOUSE', 'CHILD', 'PARENT', 'OTHER_RELATIVE', 'FRIEND', 'CARER', 'DOCTOR', 'GUARDIAN')),
    helper_phone      text,
    helper_email      text,

    phone             text,
    email             text,
    contact_times     text[]      not null,
    voicemail         boolean,
    contact_first     text check (contact_first in ('PATIENT', 'HELPER')),

    cancer_site       text        not null,
    diagnosis_month   integer check (diagnosis_month between 1 and 12),
    diagnosis_year    integer,
    care_stage        text        not null check (care_stage in ('SUSPECTED', 'DIAGNOSED', 'TREATMENT_PROPOSED', 'IN_TREATMENT', 'AFTER_TREATMENT', 'RELAPSE', 'UNKNOWN')),
    metastases        text check (metastases in ('NONE', 'FEW', 'MANY', 'UNKNOWN')),
    treatments        text[]      not null,
    planned_treatment date,
    rcp_held          text check (rcp_held in ('YES', 'NO', 'UNKNOWN')),

    reasons           text[]      not null,
    priority          text check (priority in ('BEST_CHANCE', 'QUALITY_OF_LIFE', 'PROJECT', 'AVOID_COMPLICATION', 'UNKNOWN')),
    questions         text[]      not null,
    visit_mode        text check (visit_mode in ('ON_SITE', 'VIDEO', 'ON_FILE', 'NO_PREFERENCE')),

    narrative         bytea       not null,
    search            text        not null,

    check (phone is not null or email is not null),
    check ((helper_name is null) = (helper_relation is null))
);

-- the queue, newest first
create index second_opinion_request_queue on second_opinion_request (status, submitted_at desc);

-- the same table of moves as in org.secondavis.request.Move
create function check_request_move() returns trigger language plpgsql as
$$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('SUSPECT', 'NEW'),
        ('NEW', 'IN_REVIEW'), ('NEW', 'TO_COMPLETE'), ('NEW', 'REFERRED'), ('NEW', 'DUPLICATE'), ('NEW', 'CLOSED'),
        ('IN_REVIEW', 'TO_COMPLETE'), ('IN_REVIEW', 'REFERRED'), ('IN_REVIEW', 'DUPLICATE'), ('IN_REVIEW', 'CLOSED'),
        ('TO_COMPLETE', 'IN_REVIEW'), ('TO_COMPLETE', 'REFERRED'), ('TO_COMPLETE', 'DUPLICATE'), ('TO_COMPLETE', 'CLOSED'),
        ('REFERRED', 'IN_REVIEW'), ('DUPLICATE', 'IN_REVIEW'), ('CLOSED', 'IN_REVIEW')) then
        raise exception 'a request cannot move from % to %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger request_move before update of status on second_opinion_request
    for each row execute function check_request_move();

create table request_change (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    move       text check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN')),
    author     uuid,
    at         timestamptz not null,
    detail     text,
    note       bytea
);

create index request_change_request on request_change (request_id);

create table follow_up_link (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    created_at timestamptz not null
);

create index follow_up_link_request on follow_up_link (request_id);
