-- how far an opinion has come and what happened to it, for the page of its request: not a word of it
create view opinion_trace as
select 'act/' || id as id, request_id, 'ACT' as kind, act as what, author, at, day from opinion_act
union all
select 'read/' || id, request_id, 'ACT', 'OPINION_READ', null, read_at, null from opinion where read_at is not null
union all
select 'question/' || q.id, o.request_id, 'ACT', 'OPINION_QUESTION', null, q.asked_at, null
from opinion_question q join opinion o on o.id = q.opinion_id
union all
select 'addendum/' || a.id, o.request_id, 'ACT', 'ADDENDUM', a.signed_by, a.delivered_at, null
from addendum a join opinion o on o.id = a.opinion_id where a.delivered_at is not null
union all
select 'state/' || id, request_id, 'STATE', case when delivered_at is not null then 'DELIVERED' when signed_at is not null then 'SIGNED'
    when proof_read_at is not null then 'PROOF_READ' else 'DRAFT' end, edited_by, edited_at, null
from opinion
union all
select 'meeting/' || id, request_id, 'MEETING', state, noted_by, noted_at, day from rcp where state <> 'CANCELLED'
union all
select 'waiting/' || q.id, o.request_id, 'WAITING', 'OPINION_QUESTION', null, q.asked_at, null
from opinion_question q join opinion o on o.id = q.opinion_id
where not exists (select from addendum a where a.question_id = q.id and a.delivered_at is not null);
