-- which papers a patient has
create table paper (
    id           uuid primary key,
    version      integer not null,
    request_id   uuid    not null references second_opinion_request on delete cascade,
    type         text    not null check (type in ('PATHOLOGY', 'RCP_REPORT', 'IMAGING_REPORT', 'IMAGES', 'OPERATION_REPORT', 'LETTERS', 'GENETICS', 'BLOOD_TESTS', 'MEDICINES')),
    availability text    not null check (availability in ('HAVE', 'CAN_GET', 'NO', 'UNKNOWN')),
    unique (request_id, type)
);
