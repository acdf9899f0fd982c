-- when staff told a patient without an address that somebody asks for them; since when the patient has no helper any more
alter table second_opinion_request add column helper_patient_told_at timestamptz;
alter table second_opinion_request add column helper_relieved_at timestamptz;

alter table second_opinion_request add constraint second_opinion_request_helper_check
    check (helper_name is not null or (helper_patient_told_at is null and helper_relieved_at is null));

-- a legal guardian cannot be relieved here; and nobody turns to a helper who was
alter table second_opinion_request add constraint second_opinion_request_relieved_check
    check (helper_relieved_at is null or (helper_relation <> 'GUARDIAN' and contact_first is distinct from 'HELPER'));

alter table request_change drop constraint request_change_move_check;
alter table request_change add constraint request_change_move_check
    check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN', 'REVOKE_LINKS', 'RENEW_LINK', 'TELL_PATIENT'));

alter table request_change drop constraint request_change_own_act_check;
alter table request_change add constraint request_change_own_act_check
    check (move is not null or detail is null or detail in ('CONTACT_CORRECTED', 'ERASURE_ASKED', 'ERASURE_CALLED_OFF', 'TAKEN_OVER'));
