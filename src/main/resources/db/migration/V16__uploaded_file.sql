-- a file that a patient sent; it belongs to the form that is being filled in, or to the request
create table uploaded_file (
    id          uuid primary key,
    version     integer     not null,
    draft_id    uuid references draft on delete cascade,
    request_id  uuid references second_opinion_request on delete cascade,
    paper       text check (paper in ('PATHOLOGY', 'RCP_REPORT', 'IMAGING_REPORT', 'IMAGES', 'OPERATION_REPORT', 'LETTERS', 'GENETICS', 'BLOOD_TESTS', 'MEDICINES')),
    name        bytea       not null, -- sealed
    size        bigint      not null check (size >= 0), -- bytes, before sealing
    type        text check (type in ('PDF', 'JPEG', 'PNG', 'HEIC', 'DOCX', 'ODT', 'DICOM', 'ZIP')),
    state       text        not null check (state in ('RECEIVING', 'UNSCANNED', 'CLEAN', 'INFECTED')),
    received_at timestamptz not null,
    scan_due    timestamptz not null,
    check (num_nonnulls(draft_id, request_id) = 1),
    check (type is not null or state = 'RECEIVING')
);

create index uploaded_file_draft on uploaded_file (draft_id) where draft_id is not null;
create index uploaded_file_request on uploaded_file (request_id) where request_id is not null;

-- what the scanner still has to look at
create index uploaded_file_scan on uploaded_file (scan_due) where state = 'UNSCANNED';

-- its content, sealed as one stream and cut into pieces
create table file_chunk (
    file_id uuid    not null references uploaded_file on delete cascade,
    number  integer not null,
    content bytea   not null,
    primary key (file_id, number)
);

-- sealed bytes cannot be compressed
alter table file_chunk alter column content set storage external;
