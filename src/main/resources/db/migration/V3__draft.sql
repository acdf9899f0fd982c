-- a form that is being filled in; found by the hash of a cookie, emptied when sent
create table draft (
    id         uuid primary key,
    version    integer     not null,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    content    bytea, -- sealed; none once the request is sent
    started_at timestamptz not null,
    expires_at timestamptz not null
);

create index draft_expiry on draft (expires_at);
