-- up
-- the module is called order; the word is reserved in SQL, so its schema bears the full term
create schema training_order;
create table training_order.applicants (
  municipality_id uuid not null references registry.municipality (id),
  year int not null,
  grade9 int not null check (grade9 >= 0),
  grade11 int not null check (grade11 >= 0),
  share9 numeric not null check (share9 between 0 and 1),
  share11 numeric not null check (share11 between 0 and 1),
  -- of those who enter a college: the share ready to study outside their zone
  mobile numeric not null default 0 check (mobile between 0 and 1),
  source text not null,
  primary key (municipality_id, year)
);
create table training_order.budget (
  source text not null,
  year int not null,
  name text not null,
  -- kopecks
  amount bigint not null check (amount >= 0),
  committed bigint not null default 0 check (committed >= 0),
  primary key (source, year)
);
create table training_order.course (
  id uuid primary key,
  code text not null unique,
  centre_id uuid not null references registry.organisation (id),
  name text not null,
  kind text not null,
  occupation text not null,
  hours int not null,
  group_min int not null,
  group_max int not null,
  groups_max int not null,
  price bigint not null,
  success numeric not null check (success between 0 and 1)
);
-- a variant of the order: one calculation of the engine over one forecast run and one set of assumptions
create table training_order.variant (
  id uuid primary key,
  decision_year int not null,
  version int not null,
  title text not null,
  state text not null check (state in ('queued', 'running', 'calculated', 'failed', 'cancelled', 'proposed', 'approved', 'superseded')),
  forecast_run_id uuid not null references forecast.run (id),
  settings jsonb not null,
  certificate jsonb,
  summary jsonb,
  problem jsonb,
  rev int not null default 1,
  prepared_by uuid references registry.person (id),
  created_at timestamptz not null,
  calculated_at timestamptz,
  approved_by uuid references registry.person (id),
  approved_at timestamptz,
  document_hash text,
  document_number text,
  job_id uuid,
  -- the variant this one departs from, and an official's decisions against its calculation
  based_on uuid references training_order.variant (id),
  decisions jsonb not null default '[]',
  unique (decision_year, version),
  check (approved_by is null or approved_by <> prepared_by)
);
-- the certificate's files as they were computed, gzip: anybody can verify them with code of their own
create table training_order.variant_file (
  variant_id uuid not null references training_order.variant (id),
  name text not null,
  content_gz bytea not null,
  primary key (variant_id, name)
);
create table training_order.seat_line (
  id uuid primary key,
  variant_id uuid not null references training_order.variant (id),
  programme_id uuid not null references programmes.programme (id),
  intake_year int not null,
  groups int not null,
  calculated int not null,
  -- what stands in the order: the calculation, or an official's decision with its reason
  seats int not null check (seats >= 0),
  last_year int not null,
  decided_by uuid references registry.person (id),
  decided_at timestamptz,
  reason text,
  loss jsonb,
  -- why so many: answer, waterfall, limits, forces, as the engine said them
  why jsonb,
  unique (variant_id, programme_id, intake_year)
);
-- which need lines a seat serves; the shares of one seat line add to its seats' graduates
create table training_order.backing (
  variant_id uuid not null references training_order.variant (id),
  programme_id uuid not null references programmes.programme (id),
  occupation text not null,
  zone text not null,
  year int not null,
  -- null: the part of the model that no line backs
  need_line_id uuid,
  people numeric not null check (people >= 0)
);
create index backing_seat on training_order.backing (variant_id, programme_id);
create index backing_line on training_order.backing (need_line_id);
create view training_order.variant_v as
select id, decision_year, version, title, state, forecast_run_id, summary, prepared_by, created_at, calculated_at, approved_by, approved_at, document_hash, document_number, certificate, based_on, decisions, rev, job_id
from training_order.variant;
create view training_order.seat_line_v as select * from training_order.seat_line;
create view training_order.backing_v as select * from training_order.backing;
create view training_order.applicants_v as select * from training_order.applicants;
create view training_order.budget_v as select * from training_order.budget;
create view training_order.course_v as select * from training_order.course;
-- down
drop view training_order.course_v;
drop view training_order.budget_v;
drop view training_order.applicants_v;
drop view training_order.backing_v;
drop view training_order.seat_line_v;
drop view training_order.variant_v;
drop table training_order.backing;
drop table training_order.seat_line;
drop table training_order.variant_file;
drop table training_order.variant;
drop table training_order.course;
drop table training_order.budget;
drop table training_order.applicants;
drop schema training_order;
