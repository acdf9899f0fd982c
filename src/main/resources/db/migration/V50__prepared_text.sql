-- a clinic's own words for a message to patients, in one language
create table prepared_text (
    id       uuid primary key,
    version  integer not null,
    topic    text    not null check (topic <> ''), -- the code of one of ours, or the id of a text that the clinic has added
    name     text, -- what the clinic calls a text that it has added
    language text    not null,
    text     text, -- none: ours is used
    unique (topic, language),
    check (name is null or text is not null)
);
