-- what administrators set in the pages, beneath a prefix of the settings; it goes before what is configured
create table setting_group (
    prefix  text primary key,
    version integer not null
);

create table setting_value (
    prefix text not null references setting_group on delete cascade,
    name   text not null,
    value  text not null check (value <> ''),
    primary key (prefix, name)
);

insert into setting_group (prefix, version) values ('secondavis.clinic', 0), ('secondavis.targets', 0);
