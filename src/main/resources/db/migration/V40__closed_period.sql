-- days on which the clinic is closed, besides weekends and public holidays
create table closed_period (
    id        uuid primary key,
    version   integer not null,
    first_day date    not null,
    last_day  date    not null,
    label     text    not null check (label <> ''),
    check (first_day <= last_day),
    exclude using gist (daterange(first_day, last_day, '[]') with &&)
);
