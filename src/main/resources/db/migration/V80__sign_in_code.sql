-- a code of six digits that was mailed to a member of staff; its fingerprint is keyed
create table sign_in_code (
    account_id  uuid primary key references staff_account on delete cascade,
    fingerprint bigint      not null,
    expires_at  timestamptz not null
);

create index sign_in_code_expiry on sign_in_code (expires_at);
