-- what follows an opinion is noted as it reaches the patient, as the opinion is; the page that sent it cannot know
create function note_addendum() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (account, role, deed, thing, detail, subject)
    select new.signed_by, a.role, 'CHANGE', 'OPINION', 'ADDENDUM', r.trail_id
    from opinion o join second_opinion_request r on r.id = o.request_id
    left join staff_account a on a.id = new.signed_by
    where o.id = new.opinion_id;
    return null;
end
$$;

create constraint trigger addendum_is_noted after insert on addendum deferrable initially deferred
    for each row when (new.delivered_at is not null) execute function note_addendum();

create constraint trigger addendum_is_noted_once_delivered after update on addendum deferrable initially deferred
    for each row when (old.delivered_at is null and new.delivered_at is not null) execute function note_addendum();

-- under another name, a request or a file would be one that nobody has ever opened
create function keep_trail_name() returns trigger language plpgsql as
$$
begin
    raise exception 'the audit trail knows it by this name' using errcode = 'insufficient_privilege';
end
$$;

create trigger request_keeps_its_trail before update on second_opinion_request
    for each row when (new.trail_id <> old.trail_id) execute function keep_trail_name();

create trigger file_keeps_its_trail before update on uploaded_file
    for each row when (new.trail_id <> old.trail_id) execute function keep_trail_name();
