-- a code of six digits that was mailed to a patient; its fingerprint is keyed
create table one_time_code (
    request_id  uuid primary key references second_opinion_request on delete cascade,
    fingerprint bigint      not null,
    tries_left  integer     not null,
    expires_at  timestamptz not null
);

create index one_time_code_expiry on one_time_code (expires_at);

-- a device on which such a code has been typed, found by the hash of a cookie
create table known_device (
    token_hash bytea primary key check (length(token_hash) = 32),
    request_id uuid        not null references second_opinion_request on delete cascade,
    expires_at timestamptz not null
);

create index known_device_request on known_device (request_id);
create index known_device_expiry on known_device (expires_at);
