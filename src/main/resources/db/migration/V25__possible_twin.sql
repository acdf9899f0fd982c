-- two requests may come from the same person: same birth date and a close name, or the same phone or mail
create extension if not exists pg_trgm;

-- the patient's names without accents and capitals, in any order
alter table second_opinion_request add column name_key text not null generated always as
    (regexp_replace(normalize(lower(first_name || ' ' || birth_name || ' ' || coalesce(used_name, '')), nfkd), '[\u0300-\u036f]', '', 'g')) stored;

create index second_opinion_request_birth_date on second_opinion_request (birth_date);
create index second_opinion_request_phone on second_opinion_request (phone) where phone is not null;
create index second_opinion_request_email on second_opinion_request (lower(email)) where email is not null;

alter table request_change drop constraint request_change_move_check;
alter table request_change add constraint request_change_move_check
    check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN', 'REVOKE_LINKS', 'RENEW_LINK', 'TELL_PATIENT', 'KEEP_APART'));
