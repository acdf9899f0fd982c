-- how often things are done; an id is the keyed hash of what and who, so it names nobody
create table throttle (
    id      bigint primary key,
    full_at timestamptz not null -- when the whole right has come back; the row means nothing then
);

create index throttle_full on throttle (full_at);
