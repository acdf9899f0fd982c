-- where else a patient can turn to: the clinic's directory
create table place (
    id           uuid primary key,
    version      integer not null,
    name         text    not null check (name <> ''),
    purpose      text    not null check (purpose <> ''),
    address      text,
    phone        text,
    website      text,
    languages    text,
    cancer_sites text[]  not null, -- none: every cancer
    active       boolean not null
);

create unique index place_name on place (lower(name));
