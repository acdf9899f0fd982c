create table staff_account (
    id            uuid primary key,
    version       integer     not null,
    email         text        not null,
    name          text        not null check (name <> ''),
    role          text        not null check (role in ('SECRETARIAT', 'DOCTOR', 'ADMIN')),
    password_hash text, -- none until the set-up link was used
    locked        boolean     not null default false,
    created_at    timestamptz not null
);

create unique index staff_account_email on staff_account (lower(email));

-- a one-time link by which a member of staff sets a password; it is deleted when used
create table set_up_link (
    id         uuid primary key,
    account_id uuid references staff_account on delete cascade, -- none: it makes the first administrator
    token_hash bytea       not null unique check (length(token_hash) = 32),
    expires_at timestamptz not null
);

create index set_up_link_account on set_up_link (account_id);

alter table second_opinion_request add foreign key (assignee) references staff_account;
alter table request_change add foreign key (author) references staff_account;
alter table outgoing_mail add foreign key (account_id) references staff_account on delete cascade;
