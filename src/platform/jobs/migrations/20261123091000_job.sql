-- up
create table platform.job (
  id uuid primary key,
  name text not null,
  title_key text not null,
  title_params jsonb not null default '{}',
  -- the page that shows the result
  link text,
  lane text not null check (lane in ('quick', 'long')),
  input jsonb not null,
  owner_person_id uuid,
  subject_kind text,
  subject_id text,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'cancelling', 'cancelled', 'done', 'failed')),
  progress numeric(5, 2) not null default 0 check (progress between 0 and 100),
  note_key text,
  note_params jsonb,
  checkpoint jsonb,
  result jsonb,
  error_key text,
  error_params jsonb,
  -- for administrators only: the technical message, never values of rows
  fault text,
  failures int not null default 0,
  crashes int not null default 0,
  -- which process runs it, and for the how-manieth time: only the holder of both may write
  worker text,
  attempt int not null default 0,
  -- set when the message lies in the queue; a retry waits until start_after
  sent_at timestamptz,
  start_after timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  -- where and when this attempt began: the remaining time is reckoned from here
  base_progress numeric(5, 2) not null default 0,
  base_at timestamptz,
  check ((subject_kind is null) = (subject_id is null))
);
create index job_owner on platform.job (owner_person_id, created_at desc) where owner_person_id is not null;
create index job_subject on platform.job (subject_kind, subject_id, created_at desc) where subject_id is not null;
create index job_unsent on platform.job (created_at) where state = 'queued' and sent_at is null;
create index job_alive on platform.job (state, heartbeat_at) where state in ('queued', 'running', 'cancelling');
create index job_name on platform.job (name, created_at desc);
-- down
drop table platform.job;
