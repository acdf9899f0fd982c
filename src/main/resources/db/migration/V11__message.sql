-- what the clinic and a patient write to each other about a request
create table message (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    author     uuid references staff_account, -- none: the patient wrote it
    written_at timestamptz not null,
    read_at    timestamptz, -- when the other side first saw it
    text       bytea       not null -- sealed
);

create index message_request on message (request_id);

-- the mark in the queue
create index message_unread on message (request_id) where author is null and read_at is null;
