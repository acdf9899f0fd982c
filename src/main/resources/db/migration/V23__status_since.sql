-- since when a request stands where it stands: what is overdue is counted from there
alter table second_opinion_request add column status_since timestamptz;

update second_opinion_request r set status_since = coalesce(
    (select max(c.at) from request_change c where c.request_id = r.id
        and c.move in ('RELEASE', 'TAKE', 'ASSIGN', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN')),
    r.submitted_at);

alter table second_opinion_request alter column status_since set not null;

create index second_opinion_request_assignee on second_opinion_request (assignee, status) where assignee is not null;
