-- by what name the trail knows a request and a file: random, noted nowhere else, and gone with the row
alter table second_opinion_request add column trail_id uuid not null unique default gen_random_uuid();
alter table uploaded_file add column trail_id uuid not null unique default gen_random_uuid();

-- who did what, when, to what; codes only, for nothing that stands here can ever be taken back
create table audit_entry (
    number  bigint primary key, -- without gaps
    at      timestamptz not null,
    account uuid, -- none: nobody was signed in, or a job did it
    role    text,
    deed    text        not null check (deed ~ '^[A-Z_]{1,30}$'),
    thing   text        not null check (thing ~ '^[A-Z_]{1,30}$'),
    detail  text check (detail ~ '^[A-Za-z0-9_.-]{1,60}$'),
    subject uuid, -- the request, by the name it has for the trail
    part    uuid, -- a file of it, by such a name; or an account
    hash    bytea       not null check (length(hash) = 32) -- of the hash before and of this row
);

create index audit_entry_at on audit_entry (at);
create index audit_entry_account on audit_entry (account, number);
create index audit_entry_subject on audit_entry (subject, number) where subject is not null;

-- Each row takes the next number and is chained to the one before. Whoever writes waits for who wrote before to end,
-- so what writes here does so last in its transaction. bin/verify-audit computes the same hashes.
create function chain_audit_entry() returns trigger language plpgsql as
$$
declare
    last audit_entry;
begin
    perform pg_advisory_xact_lock('audit_entry'::regclass::oid::bigint);
    select * into last from audit_entry order by number desc limit 1;
    new.number := coalesce(last.number, 0) + 1;
    new.at := greatest(clock_timestamp(), last.at);
    new.hash := sha256(coalesce(last.hash, '') || convert_to(format('%s|%s|%s|%s|%s|%s|%s|%s|%s', new.number,
        to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), new.account, new.role, new.deed, new.thing,
        new.detail, new.subject, new.part), 'UTF8'));
    return new;
end
$$;

create trigger audit_entry_is_chained before insert on audit_entry for each row execute function chain_audit_entry();

create function keep_audit_trail() returns trigger language plpgsql as
$$
begin
    raise exception 'the audit trail is never altered' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_is_kept before update or delete or truncate on audit_entry
    for each statement execute function keep_audit_trail();

-- What is changed is noted by the transaction that changes it, at its very end: it holds up nobody, and neither is there
-- without the other. What patients do has no author and stands in the history of their request.
create function note_request_change() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (account, role, deed, thing, detail, subject)
    select new.author, a.role, 'CHANGE', 'REQUEST', new.move, r.trail_id
    from staff_account a left join second_opinion_request r on r.id = new.request_id
    where a.id = new.author;
    return null;
end
$$;

create constraint trigger request_change_is_noted after insert on request_change deferrable initially deferred
    for each row when (new.author is not null) execute function note_request_change();

create function note_request_erasure() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (deed, thing, subject) values ('ERASE', 'REQUEST', old.trail_id);
    return null;
end
$$;

create constraint trigger request_erasure_is_noted after delete on second_opinion_request deferrable initially deferred
    for each row execute function note_request_erasure();

create function note_setting_change() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (account, role, deed, thing, detail)
    select new.author, a.role, 'CHANGE', 'SETTINGS', new.area from staff_account a where a.id = new.author;
    return null;
end
$$;

create constraint trigger setting_change_is_noted after insert on setting_change deferrable initially deferred
    for each row execute function note_setting_change();

create function note_opinion_signature() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (account, role, deed, thing, detail, subject)
    select new.signed_by, a.role, 'CHANGE', 'OPINION', 'SIGN', r.trail_id
    from staff_account a left join second_opinion_request r on r.id = new.request_id
    where a.id = new.signed_by;
    return null;
end
$$;

create constraint trigger opinion_signature_is_noted after update on opinion deferrable initially deferred
    for each row when (new.signed_at is not null and old.signed_at is distinct from new.signed_at)
    execute function note_opinion_signature();

-- the row does not say who changed it: that stands in the trail where the form was sent
create function note_account_change() returns trigger language plpgsql as
$$
declare
    change text;
begin
    foreach change in array case when tg_op = 'INSERT' then array['CREATE'] else array_remove(array[
        case when new.role <> old.role then 'ROLE' end,
        case when new.locked and not old.locked then 'LOCK' when old.locked and not new.locked then 'UNLOCK' end,
        case when new.password_hash is distinct from old.password_hash then 'PASSWORD' end,
        case when new.email <> old.email then 'ADDRESS' end], null) end
    loop
        insert into audit_entry (deed, thing, detail, part) values ('CHANGE', 'ACCOUNTS', change, new.id);
    end loop;
    return null;
end
$$;

create constraint trigger account_change_is_noted after insert or update on staff_account deferrable initially deferred
    for each row execute function note_account_change();
