-- when a paper last came: that a patient has it does not say so
alter table paper add column arrived_at timestamptz;

update paper p set arrived_at = greatest(
    (select max(f.received_at) from uploaded_file f
     where f.request_id = p.request_id and f.paper = p.type and f.state <> 'RECEIVING'),
    (select max(t.told_at) from paper_telling t
     where t.paper_id = p.id and t.availability = 'HAVE' and t.told_by is not null));
