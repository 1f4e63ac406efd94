-- up
create extension if not exists btree_gist;
create table platform.setting (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  trust text not null check (trust in ('W', 'S', 'M+', 'M', 'M-', 'A')),
  ground text,
  prepared_by uuid,
  approved_by uuid,
  role text not null,
  at timestamptz not null,
  exclude using gist (key with =, valid with &&)
);
-- a change that needs a second person waits here
create table platform.setting_proposal (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  source text not null,
  trust text not null check (trust in ('W', 'S', 'M+', 'M', 'M-', 'A')),
  ground text,
  prepared_by uuid not null,
  role text not null,
  at timestamptz not null,
  decision text check (decision in ('approved', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  check ((decision is null) = (decided_at is null)),
  check (decided_by is null or decided_by <> prepared_by or decision = 'rejected')
);
create index setting_proposal_waiting on platform.setting_proposal (key) where decision is null;
-- down
drop table platform.setting_proposal;
drop table platform.setting;
