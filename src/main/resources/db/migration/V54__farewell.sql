-- how the patient heard of a decision, and where else to turn to
alter table request_change add column told text check (told in ('MESSAGE', 'CALL', 'ATTEMPT'));
alter table request_change add column next_place bytea; -- sealed

-- what ended before this rule may stay as it is; who withdrew needs not be told
alter table request_change add constraint request_change_farewell_check check (author is null or told is not null
    or move not in ('REFER', 'CLOSE') or (move = 'CLOSE' and detail = 'WITHDRAWN')) not valid;
