-- up
create table platform.command (
  id uuid primary key,
  use_case text not null,
  person_id uuid,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null
);
create index command_at on platform.command (at);
-- down
drop table platform.command;
