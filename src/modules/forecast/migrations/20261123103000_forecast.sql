-- up
create schema forecast;
-- a calculation: versioned and immutable once done, reproducible from (input hash, settings, seed)
create table forecast.run (
  id uuid primary key,
  version int not null unique,
  title text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  engine text not null,
  input_hash text,
  result_hash text,
  settings jsonb not null,
  seed int not null,
  -- what the calculation read, canonical JSON in gzip: anybody can run it again
  input_gz bytea,
  notes jsonb not null default '[]',
  summary jsonb,
  started_by uuid references registry.person (id),
  created_at timestamptz not null,
  finished_at timestamptz,
  job_id uuid
);
create table forecast.cell (
  run_id uuid not null references forecast.run (id),
  occupation text not null,
  zone text not null,
  year int not null,
  headcount numeric,
  expansion numeric not null,
  replacement numeric not null,
  project numeric not null,
  backlog numeric not null,
  need numeric not null,
  need_whole int not null,
  low numeric not null,
  high numeric not null,
  surplus numeric not null default 0,
  supply numeric not null,
  gap numeric not null,
  extrapolated boolean not null default false,
  enterprises int not null default 0,
  largest_share numeric not null default 0,
  restricted boolean not null default false,
  trace jsonb not null,
  primary key (run_id, occupation, zone, year)
);
create table forecast.balance (
  run_id uuid not null references forecast.run (id),
  code text not null,
  zone text not null,
  year int not null,
  need numeric not null,
  low numeric not null,
  high numeric not null,
  pipeline numeric not null,
  other_supply numeric not null,
  gap numeric not null,
  primary key (run_id, code, zone, year)
);
create table forecast.hint (
  run_id uuid not null references forecast.run (id),
  code text not null,
  intake_year int not null,
  facts jsonb not null,
  seats int not null,
  primary key (run_id, code, intake_year)
);
create view forecast.balance_v as select * from forecast.balance;
create view forecast.hint_v as select * from forecast.hint;
create view forecast.run_v as
select id, version, title, state, engine, input_hash, result_hash, settings, seed, summary, started_by, created_at, finished_at, job_id
from forecast.run;
create view forecast.cell_v as select * from forecast.cell;
-- down
drop view forecast.cell_v;
drop view forecast.run_v;
drop view forecast.hint_v;
drop view forecast.balance_v;
drop table forecast.hint;
drop table forecast.balance;
drop table forecast.cell;
drop table forecast.run;
drop schema forecast;
