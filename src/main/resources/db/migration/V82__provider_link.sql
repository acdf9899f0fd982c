-- who an account's owner is at a provider of identities: once linked, nothing else decides
create table provider_link (
    id         uuid primary key,
    account_id uuid        not null references staff_account on delete cascade,
    provider   text        not null, -- as the settings called it then
    issuer     text        not null,
    subject    text        not null,
    linked_at  timestamptz not null,
    unique (issuer, subject),
    unique (account_id, issuer)
);
