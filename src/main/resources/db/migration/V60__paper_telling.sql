-- who said when, after the form, whether a paper is there: each time a row, so that nothing is overwritten
create table paper_telling (
    paper_id     uuid        not null references paper on delete cascade,
    availability text        not null check (availability in ('HAVE', 'CAN_GET', 'NO', 'UNKNOWN')),
    told_by      uuid references staff_account, -- none: the patient
    told_at      timestamptz not null
);

create index paper_telling_paper on paper_telling (paper_id);

insert into paper_telling (paper_id, availability, told_by, told_at)
select id, availability, told_by, told_at from paper where told_at is not null;

alter table paper drop column told_by;
alter table paper drop column told_at;
