create table internal_note (
    id         uuid primary key,
    version    integer     not null,
    request_id uuid        not null references second_opinion_request on delete cascade,
    author     uuid        not null references staff_account,
    written_at timestamptz not null,
    text       bytea       not null -- sealed
);

create index internal_note_request on internal_note (request_id);
