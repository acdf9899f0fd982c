-- what was done about an opinion and the meetings before it, without a word of either; lines are written once
create table opinion_act (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    act        text        not null check (act in
        ('RCP_PLANNED', 'RCP_PUT_OFF', 'RCP_HELD', 'RCP_CANCELLED', 'PROOF_READ', 'SIGNED', 'SIGNATURE_TAKEN_BACK')),
    author     uuid        not null references staff_account,
    at         timestamptz not null,
    day        date,
    check ((day is not null) = (act in ('RCP_PLANNED', 'RCP_PUT_OFF', 'RCP_HELD')))
);

create index opinion_act_request on opinion_act (request_id);
create trigger opinion_act_is_kept before update on opinion_act for each row execute function refuse_change();
