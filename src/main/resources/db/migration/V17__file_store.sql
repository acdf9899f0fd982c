-- where the content of a file lies: in file_chunk, or in a bucket of an S3 server
alter table uploaded_file add column store text not null default 'DATABASE' check (store in ('DATABASE', 'S3'));
alter table uploaded_file alter column store drop default;

-- a file that is gone, and what it may have left in the bucket
create table removed_file (
    file_id    uuid primary key,
    removed_at timestamptz not null default now(),
    due        timestamptz not null default now() -- when the bucket is looked at next
);

create index removed_file_due on removed_file (due);

-- noted with the row's own end, whatever brought it about: nobody who deletes can forget it
create function note_removed_file() returns trigger language plpgsql as $$
begin
    insert into removed_file (file_id) values (old.id);
    return null;
end
$$;

create trigger uploaded_file_removed after delete on uploaded_file
    for each row when (old.store = 'S3') execute function note_removed_file();
