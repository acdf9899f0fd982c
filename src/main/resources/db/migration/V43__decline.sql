-- a doctor can decline a request, which then waits for somebody else
create or replace function check_request_move() returns trigger language plpgsql as
$$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('SUSPECT', 'NEW'),
        ('NEW', 'IN_REVIEW'), ('NEW', 'TO_COMPLETE'), ('NEW', 'REFERRED'), ('NEW', 'DUPLICATE'), ('NEW', 'CLOSED'),
        ('IN_REVIEW', 'NEW'), ('IN_REVIEW', 'TO_COMPLETE'), ('IN_REVIEW', 'REFERRED'), ('IN_REVIEW', 'DUPLICATE'), ('IN_REVIEW', 'CLOSED'),
        ('TO_COMPLETE', 'IN_REVIEW'), ('TO_COMPLETE', 'REFERRED'), ('TO_COMPLETE', 'DUPLICATE'), ('TO_COMPLETE', 'CLOSED'),
        ('REFERRED', 'IN_REVIEW'), ('DUPLICATE', 'IN_REVIEW'), ('CLOSED', 'IN_REVIEW')) then
        raise exception 'a request cannot move from % to %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end
$$;

alter table request_change drop constraint request_change_move_check;
alter table request_change add constraint request_change_move_check
    check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'DECLINE', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN', 'REVOKE_LINKS', 'RENEW_LINK', 'TELL_PATIENT', 'KEEP_APART'));
