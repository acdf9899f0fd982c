-- the written opinion on a request, from its first draft to the patient who has read it
create table opinion (
    id               uuid primary key,
    version          integer     not null,
    request_id       uuid        not null unique references second_opinion_request on delete cascade,
    first_rcp        text check (first_rcp in ('HELD', 'NONE', 'UNKNOWN')),
    first_rcp_on     date,
    outcome          text check (outcome in ('CONFIRMED', 'COMPLETED', 'REVISED', 'NOT_CONCLUDED')),
    changes_plan     boolean     not null,
    words            bytea       not null, -- sealed
    edited_by        uuid        not null references staff_account,
    edited_at        timestamptz not null,
    proof_read_by    uuid references staff_account,
    proof_read_at    timestamptz,
    signed_by        uuid references staff_account,
    signed_at        timestamptz,
    delivered_by     uuid references staff_account,
    delivered_at     timestamptz,
    way              text check (way in ('ONLINE', 'POST')),
    read_at          timestamptz, -- when the patient first opened it
    doctor_agreed    boolean, -- whether the treating doctor may have it; none: not said
    doctor_agreed_at timestamptz,
    doctor_sent_at   timestamptz,
    check ((proof_read_by is null) = (proof_read_at is null)),
    check ((signed_by is null) = (signed_at is null)),
    check ((delivered_by is null) = (delivered_at is null) and (way is null) = (delivered_at is null)),
    check (proof_read_at is null or proof_read_at >= edited_at),
    check (signed_at is null or (proof_read_at is not null and outcome is not null and first_rcp is not null)),
    check (delivered_at is null or signed_at is not null),
    check (read_at is null or delivered_at is not null),
    check ((doctor_agreed is null) = (doctor_agreed_at is null)),
    check (doctor_sent_at is null or (doctor_agreed and delivered_at is not null)),
    check (outcome is distinct from 'REVISED' or changes_plan),
    check (first_rcp_on is null or first_rcp = 'HELD')
);

-- the clinic's own multidisciplinary meeting about a request
create table rcp (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    state      text        not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    day        date        not null,
    roles      text[]      not null,
    advice     bytea, -- sealed
    noted_by   uuid        not null references staff_account,
    noted_at   timestamptz not null,
    check (state <> 'HELD' or (advice is not null and cardinality(roles) >= 3))
);

create unique index rcp_planned on rcp (request_id) where state = 'PLANNED';
create index rcp_request on rcp (request_id);

-- what patients ask about an opinion they have received
create table opinion_question (
    id         uuid primary key,
    opinion_id uuid        not null references opinion on delete cascade,
    number     integer     not null check (number between 1 and 3),
    text       bytea       not null, -- sealed
    asked_at   timestamptz not null,
    unique (opinion_id, number)
);

-- what follows an opinion that has been delivered, which itself is never altered
create table addendum (
    id            uuid primary key,
    version       integer     not null,
    opinion_id    uuid        not null references opinion on delete cascade,
    question_id   uuid references opinion_question on delete cascade,
    text          bytea       not null, -- sealed
    edited_by     uuid        not null references staff_account,
    edited_at     timestamptz not null,
    signed_by     uuid references staff_account,
    signed_at     timestamptz,
    delivered_at  timestamptz,
    read_at       timestamptz,
    check ((signed_by is null) = (signed_at is null)),
    check (delivered_at is null or signed_at is not null),
    check (read_at is null or delivered_at is not null)
);

create unique index addendum_draft on addendum (opinion_id) where signed_at is null;
create index addendum_opinion on addendum (opinion_id);

-- the documents exactly as they were delivered
create table opinion_document (
    id          uuid primary key,
    opinion_id  uuid        not null references opinion on delete cascade,
    addendum_id uuid references addendum on delete cascade,
    audience    text        not null check (audience in ('PATIENT', 'DOCTOR')),
    language    text        not null,
    content     bytea       not null, -- sealed
    made_at     timestamptz not null
);

create unique index opinion_document_once on opinion_document (opinion_id, audience, coalesce(addendum_id, opinion_id));

create function keep_signed_opinion() returns trigger language plpgsql as
$$
begin
    if old.signed_at is not null and new.signed_at is not null
            and (new.request_id, new.first_rcp, new.first_rcp_on, new.outcome, new.changes_plan, new.words, new.edited_by, new.edited_at,
                 new.proof_read_by, new.proof_read_at, new.signed_by, new.signed_at)
                is distinct from
                (old.request_id, old.first_rcp, old.first_rcp_on, old.outcome, old.changes_plan, old.words, old.edited_by, old.edited_at,
                 old.proof_read_by, old.proof_read_at, old.signed_by, old.signed_at) then
        raise exception 'what is signed is not altered' using errcode = 'check_violation';
    end if;
    if old.delivered_at is not null
            and (new.signed_at, new.delivered_by, new.delivered_at, new.way) is distinct from (old.signed_at, old.delivered_by, old.delivered_at, old.way) then
        raise exception 'what is delivered is not altered' using errcode = 'check_violation';
    end if;
    if old.delivered_at is null and new.delivered_at is not null and new.changes_plan
            and not exists (select from rcp where rcp.request_id = new.request_id and rcp.state = 'HELD') then
        raise exception 'an opinion that changes the plan rests on a meeting' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger opinion_is_kept before update on opinion for each row execute function keep_signed_opinion();

create function keep_signed_addendum() returns trigger language plpgsql as
$$
begin
    if old.signed_at is not null
            and (new.opinion_id, new.question_id, new.text, new.edited_by, new.edited_at, new.signed_by, new.signed_at)
                is distinct from (old.opinion_id, old.question_id, old.text, old.edited_by, old.edited_at, old.signed_by, old.signed_at) then
        raise exception 'what is signed is not altered' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger addendum_is_kept before update on addendum for each row execute function keep_signed_addendum();

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is not altered', tg_table_name using errcode = 'check_violation';
end
$$;

create trigger opinion_document_is_kept before update on opinion_document for each row execute function refuse_change();
create trigger opinion_question_is_kept before update on opinion_question for each row execute function refuse_change();

-- a held meeting is not altered once an opinion that rests on it is delivered
create function keep_held_rcp() returns trigger language plpgsql as
$$
begin
    if old.state = 'HELD' and exists (select from opinion o where o.request_id = old.request_id and o.delivered_at is not null) then
        raise exception 'an opinion rests on this meeting' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger rcp_is_kept before update on rcp for each row execute function keep_held_rcp();
