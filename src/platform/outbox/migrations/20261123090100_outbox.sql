-- up
create table platform.event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  at timestamptz not null,
  dispatched_at timestamptz
);
create index event_waiting on platform.event (at, id) where dispatched_at is null;
create table platform.event_receipt (
  event_id uuid not null references platform.event (id) on delete cascade,
  subscriber text not null,
  at timestamptz not null default now(),
  primary key (event_id, subscriber)
);
create table platform.event_failure (
  event_id uuid not null references platform.event (id) on delete cascade,
  subscriber text not null,
  attempts int not null default 1,
  message text not null,
  next_at timestamptz not null,
  primary key (event_id, subscriber)
);
-- down
drop table platform.event_failure;
drop table platform.event_receipt;
drop table platform.event;
