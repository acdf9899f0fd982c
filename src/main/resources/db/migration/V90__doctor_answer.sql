-- whether the treating doctor may have an opinion can be told to the clinic: how staff heard it, and who noted it;
-- neither, if the patient said so on the follow-up page
alter table opinion
    add column doctor_heard text check (doctor_heard in ('CALL', 'LETTER', 'CONSULTATION')),
    add column doctor_noted_by uuid references staff_account,
    add check ((doctor_heard is null) = (doctor_noted_by is null)),
    add check (doctor_heard is null or doctor_agreed_at is not null);

-- each such answer is a line of the history, and so is what was sent on; what the patient did has no author
alter table opinion_act
    drop constraint opinion_act_act_check,
    add constraint opinion_act_act_check check (act in
        ('RCP_PLANNED', 'RCP_PUT_OFF', 'RCP_HELD', 'RCP_CANCELLED', 'PROOF_READ', 'SIGNED', 'SIGNATURE_TAKEN_BACK',
         'DOCTOR_YES', 'DOCTOR_NO', 'DOCTOR_SENT')),
    alter column author drop not null,
    add column heard text check (heard in ('CALL', 'LETTER', 'CONSULTATION')),
    add check (author is not null or act in ('DOCTOR_YES', 'DOCTOR_NO')),
    add check ((heard is not null) = (author is not null and act in ('DOCTOR_YES', 'DOCTOR_NO')));

insert into opinion_act (id, version, request_id, act, at)
select gen_random_uuid(), 0, request_id, case when doctor_agreed then 'DOCTOR_YES' else 'DOCTOR_NO' end, doctor_agreed_at
from opinion where doctor_agreed_at is not null;

create or replace view opinion_trace as
select 'act/' || id as id, request_id, 'ACT' as kind, act || coalesce('_' || heard, '') as what, author, at, day from opinion_act
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
