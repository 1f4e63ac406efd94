-- up
create schema practice;
-- one practice of one group: what the year plan is made of
create table practice.plan (
  id uuid primary key,
  group_id uuid not null references programmes.study_group (id),
  organisation_id uuid not null references registry.organisation (id),
  school_year int not null,
  kind text not null check (kind in ('UP', 'PP', 'PDP', 'ST')),
  module_code text not null,
  title text not null,
  period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  -- of 45 minutes, as the curriculum counts; labour limits look at minutes of the timetable instead
  academic_hours int not null check (academic_hours > 0),
  competences text[] not null default '{}',
  held_at text not null check (held_at in ('college', 'enterprise')),
  supervisor_id uuid references registry.person (id),
  workshop_id uuid references programmes.workshop (id),
  state text not null,
  approved_by uuid references registry.person (id),
  approved_at timestamptz,
  -- the college's order on sending the group
  order_number text,
  order_on date,
  is_demo boolean not null default false,
  rev int not null default 1
);
create index plan_group on practice.plan (group_id);
create index plan_year on practice.plan (organisation_id, school_year);
-- a file with a year plan as it was read, until it is applied
create table practice.plan_file (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  school_year int not null,
  file_name text not null,
  hash text not null,
  rows jsonb not null,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  applied_at timestamptz
);
-- places an enterprise offers: one line of its offer
create table practice.offer (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  title text not null,
  programmes text[] not null check (cardinality(programmes) > 0),
  competences text[] not null default '{}',
  kinds text[] not null default '{PP}',
  period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  capacity int not null check (capacity between 1 and 500),
  min_group int not null default 1 check (min_group >= 1 and min_group <= capacity),
  municipality_id uuid references registry.municipality (id),
  address text not null,
  minutes_a_day int not null check (minutes_a_day between 60 and 720),
  days_a_week int not null check (days_a_week between 1 and 6),
  night boolean not null default false,
  works text not null default '',
  hazards text[] not null default '{}',
  needs_medical boolean not null default false,
  takes_minors boolean not null default true,
  accessible boolean not null default false,
  lodging text not null default 'none' check (lodging in ('none', 'free', 'paid')),
  transport text not null default 'none' check (transport in ('none', 'bus', 'paid')),
  -- kopecks a month; 0: no pay
  pay int not null default 0 check (pay >= 0),
  employs boolean not null default false,
  access_class text not null default 'open' check (access_class in ('open', 'restricted')),
  -- kept for one college: a student's own find, a target contract
  kept_for uuid references registry.organisation (id),
  state text not null,
  renewed_from uuid references practice.offer (id),
  is_demo boolean not null default false,
  rev int not null default 1
);
create index offer_organisation on practice.offer (organisation_id);
create index offer_programmes on practice.offer using gin (programmes);
create index offer_period on practice.offer using gist (period);
-- the unit that cannot be oversold: a row for an offer and a day, changed in the reserving transaction
create table practice.place_day (
  offer_id uuid not null references practice.offer (id),
  day date not null,
  capacity int not null check (capacity >= 0),
  taken int not null default 0,
  primary key (offer_id, day),
  constraint place_day_not_oversold check (taken >= 0 and taken <= capacity)
);
-- what of a student the placing needs: home, access; the college keeps it from the personal file
create table practice.trainee (
  person_id uuid primary key references registry.person (id),
  home_id uuid references registry.municipality (id),
  needs_access boolean not null default false,
  guardian_name text,
  guardian_contact text,
  guardian_confirmed_by uuid references registry.person (id),
  guardian_confirmed_on date,
  check ((guardian_confirmed_on is null) or (guardian_name is not null))
);
create table practice.placement (
  id uuid primary key,
  plan_id uuid not null references practice.plan (id),
  student_id uuid not null references programmes.student (id),
  person_id uuid not null references registry.person (id),
  organisation_id uuid not null references registry.organisation (id),
  offer_id uuid not null references practice.offer (id),
  host_id uuid not null references registry.organisation (id),
  agreement_id uuid references agreements.agreement (id),
  state text not null,
  way text not null check (way in ('group', 'named', 'target', 'own', 'round')),
  period daterange not null check (not isempty(period)),
  -- stretches of minutes a day and days a week; a birthday inside may begin a new one
  timetable jsonb not null,
  employed boolean not null default false,
  contract_number text,
  supervisor_id uuid references registry.person (id),
  -- «допущен, до даты, № справки»
  medical_number text,
  medical_until date,
  briefing_on date,
  briefing_planned_on date,
  report_on date,
  appraisal_on date,
  appraisal_positive boolean,
  reference_on date,
  grade int check (grade between 2 and 5),
  graded_on date,
  suspended_on date,
  reserved_at timestamptz not null,
  is_demo boolean not null default false,
  rev int not null default 1,
  check (not employed or contract_number is not null),
  constraint placement_no_overlap exclude using gist ((person_id::text) with =, period with &&) where (state <> 'failed')
);
create index placement_plan on practice.placement (plan_id);
create index placement_person on practice.placement (person_id);
create index placement_offer on practice.placement (offer_id);
create index placement_host on practice.placement (host_id, state);
create unique index placement_once on practice.placement (plan_id, student_id) where state <> 'failed';
-- consents to a placement: to leave home, and the legal representative's; asked, given or refused, withdrawn
create table practice.consent (
  id uuid primary key,
  placement_id uuid not null references practice.placement (id),
  kind text not null check (kind in ('leave_home', 'guardian')),
  asked_on date,
  answer text check (answer in ('given', 'refused')),
  answered_on date,
  answered_by text,
  how text check (how in ('account', 'link', 'paper')),
  withdrawn_on date,
  unique (placement_id, kind),
  check ((answer is null) = (answered_on is null)),
  check (withdrawn_on is null or answer = 'given')
);
create table practice.log_day (
  placement_id uuid not null references practice.placement (id),
  day date not null,
  note text not null,
  minutes int not null check (minutes between 0 and 720),
  written_at timestamptz not null,
  confirmed_by uuid references registry.person (id),
  confirmed_at timestamptz,
  primary key (placement_id, day)
);
-- what became of a placement: feeds hiring and the forecast's evidence
create table practice.outcome (
  placement_id uuid primary key references practice.placement (id),
  result text not null check (result in ('finished', 'offer', 'employed', 'failed')),
  side text check (side in ('student', 'enterprise', 'college', 'other')),
  reason text,
  on_day date not null,
  noted_by uuid references registry.person (id),
  check ((result = 'failed') = (side is not null))
);
-- a campaign of distribution: input frozen and hashed before the draw, result published and repaired
create table practice.round (
  id uuid primary key,
  title text not null,
  school_year int not null,
  rule text not null check (rule in ('student-optimal', 'place-optimal', 'place-more', 'best-ranks')),
  state text not null,
  opens_at timestamptz not null,
  freezes_at timestamptz not null,
  input_hash text,
  seed_commitment text,
  seed text,
  certificate jsonb,
  is_demo boolean not null default false,
  rev int not null default 1,
  check (opens_at < freezes_at)
);
create table practice.round_plan (
  round_id uuid not null references practice.round (id),
  plan_id uuid not null references practice.plan (id),
  primary key (round_id, plan_id)
);
create table practice.round_offer (
  round_id uuid not null references practice.round (id),
  offer_id uuid not null references practice.offer (id),
  seats int not null check (seats > 0),
  cutoff jsonb,
  closed boolean not null default false,
  primary key (round_id, offer_id)
);
create table practice.ranking (
  round_id uuid not null references practice.round (id),
  student_id uuid not null references programmes.student (id),
  offer_id uuid not null references practice.offer (id),
  place int not null check (place > 0),
  primary key (round_id, student_id, offer_id)
);
create table practice.round_result (
  round_id uuid not null references practice.round (id),
  run int not null,
  student_id uuid not null references programmes.student (id),
  offer_id uuid references practice.offer (id),
  rank int,
  pinned boolean not null default false,
  refusals jsonb not null default '[]',
  primary key (round_id, run, student_id)
);
create view practice.plan_v as
select id, group_id, organisation_id, school_year, kind, module_code, title, lower(period) as starts_on, upper(period) - 1 as ends_on,
  academic_hours, competences, held_at, supervisor_id, state from practice.plan;
create view practice.offer_v as
select f.id, f.organisation_id, f.title, f.programmes, f.kinds, lower(f.period) as starts_on, upper(f.period) - 1 as ends_on, f.capacity,
  f.min_group, coalesce(f.municipality_id, o.municipality_id) as municipality_id, f.state, f.access_class,
  coalesce((select max(d.taken) from practice.place_day d where d.offer_id = f.id), 0) as taken
from practice.offer f join registry.organisation_v o on o.id = f.organisation_id;
create view practice.placement_v as
select p.id, p.plan_id, p.student_id, p.person_id, p.organisation_id, p.offer_id, p.host_id, p.state, p.way, lower(p.period) as starts_on,
  upper(p.period) - 1 as ends_on, p.supervisor_id, p.grade, o.result, o.side
from practice.placement p left join practice.outcome o on o.placement_id = p.id;
-- down
drop view practice.placement_v;
drop view practice.offer_v;
drop view practice.plan_v;
drop table practice.round_result;
drop table practice.ranking;
drop table practice.round_offer;
drop table practice.round_plan;
drop table practice.round;
drop table practice.outcome;
drop table practice.log_day;
drop table practice.consent;
drop table practice.placement;
drop table practice.trainee;
drop table practice.place_day;
drop table practice.offer;
drop table practice.plan_file;
drop table practice.plan;
drop schema practice;
