-- up
create schema needs;
create table needs.campaign (
  id uuid primary key,
  title text not null,
  year int not null,
  first_year int not null,
  last_year int not null,
  opens_on date not null,
  closes_on date not null,
  questionnaire jsonb not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  check (closes_on >= opens_on),
  check (last_year >= first_year)
);
-- one answer of one enterprise in one campaign; a second upload changes the same answer
create table needs.answer (
  id uuid primary key,
  campaign_id uuid not null references needs.campaign (id),
  organisation_id uuid not null references registry.organisation (id),
  state text not null check (state in ('draft', 'submitted', 'checked', 'returned')),
  fields jsonb not null default '{}',
  submitted_at timestamptz,
  submitted_by uuid references registry.person (id),
  rev int not null default 1,
  unique (campaign_id, organisation_id)
);
create table needs.project (
  id uuid primary key,
  code text not null unique,
  name text not null,
  organisation_id uuid references registry.organisation (id),
  municipality_id uuid references registry.municipality (id),
  start_year int not null,
  jobs int not null check (jobs > 0),
  source text not null,
  rev int not null default 1
);
create table needs.line (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  campaign_id uuid references needs.campaign (id),
  municipality_id uuid not null references registry.municipality (id),
  occupation text not null,
  year int not null,
  kind text not null check (kind in ('new', 'replacement', 'project')),
  count int not null check (count > 0),
  confidence text not null check (confidence in ('low', 'mid', 'high')),
  reason text,
  project_id uuid references needs.project (id),
  spo_code text,
  source text not null,
  state text not null default 'stated' check (state in ('stated', 'confirmed', 'withdrawn')),
  stated_on date not null,
  rev int not null default 1
);
create unique index line_once on needs.line
  (organisation_id, occupation, year, kind, municipality_id, (coalesce(project_id, '00000000-0000-0000-0000-000000000000'::uuid)))
  where state <> 'withdrawn';
create index line_cell on needs.line (occupation, year);
create index line_municipality on needs.line (municipality_id);
create table needs.staff (
  organisation_id uuid not null references registry.organisation (id),
  occupation text not null,
  year int not null,
  headcount int not null check (headcount >= 0),
  -- heads in the age bands 15-19, 20-24 … 65-69, 70+
  ages int[],
  primary key (organisation_id, occupation, year)
);
create table needs.vacancy (
  id uuid primary key,
  source text not null,
  external_id text not null,
  organisation_id uuid references registry.organisation (id),
  employer text,
  inn text,
  title text not null,
  occupation text,
  municipality_id uuid references registry.municipality (id),
  opened_on date,
  seen_on date not null,
  work_places int not null check (work_places > 0),
  salary_min bigint,
  salary_max bigint,
  duplicate_of uuid references needs.vacancy (id),
  raw jsonb not null,
  unique (source, external_id)
);
create index vacancy_occupation on needs.vacancy (occupation);
create table needs.population_headcount (
  section text not null,
  size_class text not null,
  year int not null,
  population int not null check (population >= 0),
  source text not null,
  primary key (section, size_class, year)
);
create table needs.staffing (
  section text not null,
  occupation text not null,
  year int not null,
  headcount int not null check (headcount >= 0),
  source text not null,
  primary key (section, occupation, year)
);
create view needs.line_v as
select l.id, l.organisation_id, o.short_name as organisation, o.okved, o.size_class, o.access_class, l.municipality_id,
  m.name as municipality, m.zone_id, z.code as zone_code, l.occupation, l.year, l.kind, l.count, l.confidence, l.reason,
  l.project_id, l.spo_code, l.source, l.state, l.stated_on, l.campaign_id
from needs.line l
join registry.organisation_v o on o.id = l.organisation_id
join registry.municipality m on m.id = l.municipality_id
join registry.zone z on z.id = m.zone_id;
create view needs.project_v as select * from needs.project;
create view needs.staff_v as
select s.*, o.okved, o.size_class, o.municipality_id, m.zone_id, z.code as zone_code from needs.staff s
join registry.organisation_v o on o.id = s.organisation_id
left join registry.municipality m on m.id = o.municipality_id left join registry.zone z on z.id = m.zone_id;
create view needs.vacancy_v as select * from needs.vacancy where duplicate_of is null;
create view needs.population_headcount_v as select * from needs.population_headcount;
create view needs.staffing_v as select * from needs.staffing;
-- down
drop view needs.staffing_v;
drop view needs.population_headcount_v;
drop view needs.vacancy_v;
drop view needs.staff_v;
drop view needs.project_v;
drop view needs.line_v;
drop table needs.staffing;
drop table needs.population_headcount;
drop table needs.vacancy;
drop table needs.staff;
drop table needs.line;
drop table needs.project;
drop table needs.answer;
drop table needs.campaign;
drop schema needs;
