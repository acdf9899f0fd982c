-- when the request is erased, if the patient has asked for it
alter table second_opinion_request add column erase_at timestamptz;

create index second_opinion_request_erasure on second_opinion_request (erase_at) where erase_at is not null;
