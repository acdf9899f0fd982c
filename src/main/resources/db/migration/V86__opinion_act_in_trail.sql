-- what is done about an opinion is noted from its own history, which knows more than the signature
drop trigger opinion_signature_is_noted on opinion;
drop function note_opinion_signature();

create function note_opinion_act() returns trigger language plpgsql as
$$
begin
    insert into audit_entry (account, role, deed, thing, detail, subject)
    select new.author, a.role, 'CHANGE', 'OPINION', new.act, r.trail_id
    from staff_account a left join second_opinion_request r on r.id = new.request_id
    where a.id = new.author;
    return null;
end
$$;

create constraint trigger opinion_act_is_noted after insert on opinion_act deferrable initially deferred
    for each row execute function note_opinion_act();
