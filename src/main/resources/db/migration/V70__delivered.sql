-- an opinion is delivered; an ended request is handed over to the clinic's own records
alter table second_opinion_request drop constraint second_opinion_request_status_check;
alter table second_opinion_request add constraint second_opinion_request_status_check
    check (status in ('SUSPECT', 'NEW', 'IN_REVIEW', 'TO_COMPLETE', 'DELIVERED', 'REFERRED', 'DUPLICATE', 'CLOSED'));

create or replace function check_request_move() returns trigger language plpgsql as
$$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('SUSPECT', 'NEW'),
        ('NEW', 'IN_REVIEW'), ('NEW', 'TO_COMPLETE'), ('NEW', 'REFERRED'), ('NEW', 'DUPLICATE'), ('NEW', 'CLOSED'),
        ('IN_REVIEW', 'NEW'), ('IN_REVIEW', 'TO_COMPLETE'), ('IN_REVIEW', 'DELIVERED'), ('IN_REVIEW', 'REFERRED'), ('IN_REVIEW', 'DUPLICATE'), ('IN_REVIEW', 'CLOSED'),
        ('TO_COMPLETE', 'IN_REVIEW'), ('TO_COMPLETE', 'DELIVERED'), ('TO_COMPLETE', 'REFERRED'), ('TO_COMPLETE', 'DUPLICATE'), ('TO_COMPLETE', 'CLOSED'),
        ('REFERRED', 'IN_REVIEW'), ('DUPLICATE', 'IN_REVIEW'), ('CLOSED', 'IN_REVIEW')) then
        raise exception 'a request cannot move from % to %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end
$$;

alter table request_change drop constraint request_change_move_check;
alter table request_change add constraint request_change_move_check
    check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'DECLINE', 'COMPLETE', 'DELIVER', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN', 'REVOKE_LINKS', 'RENEW_LINK', 'TELL_PATIENT', 'KEEP_APART', 'HAND_OVER'));

alter table second_opinion_request add column handed_over_at timestamptz;
alter table second_opinion_request add check (handed_over_at is null or status in ('DELIVERED', 'REFERRED', 'DUPLICATE', 'CLOSED'));
