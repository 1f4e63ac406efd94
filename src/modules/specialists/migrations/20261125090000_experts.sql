-- up
-- the region's base of experts of the demonstration exam: one record of a person
create table specialists.expert (
  id uuid primary key,
  person_id uuid not null unique references registry.person (id),
  -- main job; the same is written as a tie of the registry, which alone the conflict engine reads
  organisation_id uuid references registry.organisation (id),
  post text,
  -- may take the seat of the employers' representative
  of_employers boolean not null default false,
  -- where journeys are counted from
  municipality_id uuid references registry.municipality (id),
  -- days of the week, 1 Monday to 7 Sunday, on which the expert may be called
  weekdays int[] not null default '{1,2,3,4,5,6}',
  -- most exam days in a calendar month
  month_limit int not null default 6 check (month_limit between 1 and 31),
  experience_since date,
  source text,
  left_on date,
  is_demo boolean not null default false,
  rev int not null default 1
);
create index expert_organisation on specialists.expert (organisation_id);
create index expert_municipality on specialists.expert (municipality_id);
-- a right to assess, by regime, for one specialty (15.01.05), a broad field (15.00.00) or a skill by name
create table specialists.expert_right (
  id uuid primary key,
  expert_id uuid not null references specialists.expert (id),
  regime text not null check (regime in ('WSR_2020', 'ORDER_800')),
  level text not null,
  code text not null,
  valid daterange not null check (not isempty(valid)),
  document_number text,
  document_on date,
  application_id uuid,
  source text,
  ended_why text,
  check (level in ('assess', 'championship', 'certified', 'manager') and regime = 'WSR_2020'
    or level in ('expert', 'chief') and regime = 'ORDER_800'),
  exclude using gist ((expert_id::text) with =, regime with =, level with =, code with =, valid with &&)
);
create index expert_right_expert on specialists.expert_right (expert_id);
create index expert_right_code on specialists.expert_right (code);
-- days out (holiday, illness, busy) and days the expert offers beyond the usual week
create table specialists.expert_absence (
  id uuid primary key,
  expert_id uuid not null references specialists.expert (id),
  kind text not null check (kind in ('busy', 'ill', 'free')),
  period daterange not null check (not isempty(period)),
  noted_on date not null,
  exclude using gist ((expert_id::text) with =, period with &&)
);
create index expert_absence_expert on specialists.expert_absence (expert_id);
-- what an expert says of the own interest before an exam; the exam is named by its room and id
create table specialists.expert_declaration (
  id uuid primary key,
  expert_id uuid not null references specialists.expert (id),
  source_kind text not null,
  source_id uuid not null,
  kind text not null check (kind in ('none', 'employer')),
  text text,
  declared_at timestamptz not null,
  unique (expert_id, source_kind, source_id)
);
-- a personal circumstance: near relatives, whom only the conflict engine sees; a tie stands as soon as the person is known
create table specialists.expert_circumstance (
  id uuid primary key,
  expert_id uuid not null references specialists.expert (id),
  surname text not null,
  given_name text not null,
  birth_date date,
  person_id uuid references registry.person (id),
  declared_on date not null,
  ended_on date
);
create index expert_circumstance_expert on specialists.expert_circumstance (expert_id);
create index expert_circumstance_person on specialists.expert_circumstance (person_id);
create table specialists.expert_test (
  id uuid primary key,
  title text not null,
  regime text not null,
  level text not null,
  -- [{ id, text, options: [{ id, text, right }] }]
  questions jsonb not null,
  asked int not null check (asked > 0),
  pass_percent int not null check (pass_percent between 1 and 100),
  most_attempts int not null check (most_attempts between 1 and 20),
  minutes int not null check (minutes between 1 and 600),
  valid daterange not null,
  is_demo boolean not null default false,
  rev int not null default 1
);
-- an attempt keeps the questions it was given and the answers as they were; it is never changed once finished
create table specialists.expert_attempt (
  id uuid primary key,
  test_id uuid not null references specialists.expert_test (id),
  person_id uuid not null references registry.person (id),
  number int not null check (number > 0),
  questions jsonb not null,
  answers jsonb,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- hundredths of a percent
  score int check (score between 0 and 10000),
  passed boolean,
  unique (test_id, person_id, number),
  check ((finished_at is null) = (score is null))
);
create index expert_attempt_person on specialists.expert_attempt (person_id);
-- a request for a right, or for its renewal
create table specialists.expert_application (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  regime text not null,
  level text not null,
  codes text[] not null check (cardinality(codes) > 0),
  kind text not null check (kind in ('new', 'renewal')),
  course_number text,
  course_on date,
  attempt_id uuid references specialists.expert_attempt (id),
  state text not null check (state in ('sent', 'granted', 'refused', 'withdrawn')),
  sent_on date not null,
  decided_on date,
  decided_by uuid references registry.person (id),
  ground text,
  is_demo boolean not null default false,
  rev int not null default 1
);
create index expert_application_person on specialists.expert_application (person_id);
create unique index expert_application_open on specialists.expert_application (person_id, regime, level) where state = 'sent';
-- where an expert sat: a copy kept here by the door, the room of exams stands above
create table specialists.expert_service (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  source_kind text not null,
  source_id uuid not null,
  on_day date not null,
  role text not null,
  code text,
  organisation_id uuid references registry.organisation (id),
  state text not null check (state in ('invited', 'confirmed', 'declined', 'released', 'served')),
  reason text,
  noted_at timestamptz not null,
  unique (person_id, source_kind, source_id)
);
create index expert_service_person on specialists.expert_service (person_id, on_day);
create view specialists.expert_v as
select e.id, e.person_id, e.organisation_id, coalesce(e.municipality_id, o.municipality_id) as municipality_id, p.short_name,
  p.full_name, p.sort_key, o.short_name as organisation, o.kind as organisation_kind, e.post, e.of_employers, e.weekdays,
  e.month_limit, e.left_on, e.is_demo
from specialists.expert e join registry.person_v p on p.id = e.person_id
left join registry.organisation_v o on o.id = e.organisation_id;
create view specialists.expert_right_v as
select r.id, r.expert_id, e.person_id, r.regime, r.level, r.code, r.valid,
  (r.level in ('championship', 'certified', 'manager', 'chief')) as may_lead
from specialists.expert_right r join specialists.expert e on e.id = r.expert_id;
create view specialists.expert_absence_v as
select a.id, a.expert_id, e.person_id, a.kind, a.period from specialists.expert_absence a
join specialists.expert e on e.id = a.expert_id;
create view specialists.expert_declaration_v as
select d.expert_id, e.person_id, d.source_kind, d.source_id, d.kind, d.declared_at from specialists.expert_declaration d
join specialists.expert e on e.id = d.expert_id;
create view specialists.expert_service_v as select * from specialists.expert_service;
-- down
drop view specialists.expert_service_v;
drop view specialists.expert_declaration_v;
drop view specialists.expert_absence_v;
drop view specialists.expert_right_v;
drop view specialists.expert_v;
drop table specialists.expert_service;
drop table specialists.expert_application;
drop table specialists.expert_attempt;
drop table specialists.expert_test;
drop table specialists.expert_circumstance;
drop table specialists.expert_declaration;
drop table specialists.expert_absence;
drop table specialists.expert_right;
drop table specialists.expert;
