-- when staff first saw what a patient said about a paper; what was said before this was noted counts as seen
alter table paper_telling
    add column seen_at timestamptz,
    add check (told_by is null or seen_at is null);

update paper_telling set seen_at = now() where told_by is null;

create index paper_telling_unseen on paper_telling (paper_id) where told_by is null and seen_at is null;
