-- up
create table platform.state_change (
  id bigint generated always as identity primary key,
  machine text not null,
  subject_id uuid not null,
  from_state text,
  to_state text not null,
  event text not null,
  at timestamptz not null,
  person_id uuid,
  role text not null,
  reason text
);
create index state_change_subject on platform.state_change (subject_id, machine, id);
-- down
drop table platform.state_change;
