-- up
create table platform.retention_run (
  id uuid primary key,
  duty text not null,
  at timestamptz not null,
  -- everything older than this day was due
  before date,
  erased int not null default 0,
  fault text
);
create index retention_run_duty on platform.retention_run (duty, at desc);
-- what a person asked of those who hold the data
create table platform.data_request (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('explain', 'correct', 'erase', 'stop')),
  section text,
  words text not null,
  at timestamptz not null,
  answer_by date not null,
  answer text,
  decision text check (decision in ('done', 'refused')),
  answered_by uuid,
  answered_at timestamptz,
  check (num_nonnulls(answer, decision, answered_by, answered_at) in (0, 4))
);
create index data_request_person on platform.data_request (person_id, at desc);
create index data_request_waiting on platform.data_request (answer_by) where decision is null;
-- down
drop table platform.data_request;
drop table platform.retention_run;
