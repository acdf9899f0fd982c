-- a filter of the queue that a member of staff keeps; never a search, which may hold a name
create table saved_view (
    id      uuid primary key,
    owner   uuid    not null references staff_account,
    name    text    not null check (name <> '' and length(name) <= 40),
    query   text    not null check (length(query) <= 300),
    unique (owner, name)
);
