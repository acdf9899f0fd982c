-- recognises a file that is sent again after a line was cut; keyed, it tells nothing of what is in the file
alter table uploaded_file add column fingerprint bigint;
