-- up
create schema registry;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create table registry.zone (
  id uuid primary key,
  code text not null unique,
  name text not null
);
create table registry.municipality (
  id uuid primary key,
  code text not null unique,
  name text not null,
  short_name text not null,
  centre text not null,
  kind text not null,
  lat double precision not null,
  lon double precision not null,
  is_rural boolean not null,
  zone_id uuid not null references registry.zone (id),
  source text not null
);
create table registry.organisation (
  id uuid primary key,
  kind text not null,
  inn text,
  kpp text,
  ogrn text,
  okved text,
  municipality_id uuid references registry.municipality (id),
  address text,
  lat double precision,
  lon double precision,
  size_class text check (size_class in ('1-15', '16-100', '101-250', '251+')),
  headcount int check (headcount >= 0),
  access_class text not null default 'open' check (access_class in ('open', 'restricted')),
  is_demo boolean not null default false,
  verified_on date,
  verified_by uuid,
  verified_how text,
  closed_on date,
  successor_id uuid references registry.organisation (id),
  merged_into uuid references registry.organisation (id),
  rev int not null default 1,
  check (successor_id <> id),
  check (merged_into <> id)
);
create unique index organisation_inn_kpp on registry.organisation (inn, coalesce(kpp, '')) where inn is not null and merged_into is null;
create index organisation_municipality on registry.organisation (municipality_id);
create table registry.organisation_name (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  full_name text not null,
  short_name text not null,
  sort_key text not null,
  valid daterange not null,
  source text,
  exclude using gist (organisation_id with =, valid with &&)
);
create index organisation_name_sort on registry.organisation_name (sort_key);
create index organisation_name_search on registry.organisation_name using gin (sort_key gin_trgm_ops);
create table registry.person (
  id uuid primary key,
  surname text not null,
  given_name text not null,
  patronymic text,
  sort_key text not null,
  birth_date date,
  sex text check (sex in ('f', 'm')),
  is_demo boolean not null default false,
  merged_into uuid references registry.person (id),
  rev int not null default 1
);
create index person_sort on registry.person (sort_key);
create table registry.person_contact (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  confirmed_by uuid references registry.person (id),
  confirmed_on date,
  valid daterange not null
);
create index person_contact_person on registry.person_contact (person_id);
-- a dated role of a person: kind of organisation × function
create table registry.assignment (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  role text not null,
  organisation_id uuid references registry.organisation (id),
  municipality_id uuid references registry.municipality (id),
  valid daterange not null,
  appointed_by uuid references registry.person (id),
  ground text,
  exclude using gist (person_id with =, role with =, (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);
create index assignment_person on registry.assignment (person_id);
create index assignment_organisation on registry.assignment (organisation_id);
-- a dated set of persons, such as a group
create table registry.cohort (
  id uuid primary key,
  kind text not null,
  name text not null,
  organisation_id uuid references registry.organisation (id)
);
create table registry.cohort_member (
  cohort_id uuid not null references registry.cohort (id),
  person_id uuid not null references registry.person (id),
  valid daterange not null,
  exclude using gist (cohort_id with =, person_id with =, valid with &&)
);
create index cohort_member_person on registry.cohort_member (person_id);
-- who works for, teaches, mentors, coaches, is kin to, sponsors or made an offer to whom
create table registry.tie (
  id uuid primary key,
  kind text not null check (kind in ('works_for', 'teaches', 'mentors', 'supervises', 'coaches', 'kin', 'sponsors', 'offered')),
  person_id uuid references registry.person (id),
  organisation_id uuid references registry.organisation (id),
  to_person_id uuid references registry.person (id),
  to_organisation_id uuid references registry.organisation (id),
  to_cohort_id uuid references registry.cohort (id),
  valid daterange not null,
  source_kind text not null,
  source_id text not null,
  check (num_nonnulls(person_id, organisation_id) = 1),
  check (num_nonnulls(to_person_id, to_organisation_id, to_cohort_id) = 1)
);
create index tie_person on registry.tie (person_id);
create index tie_to_person on registry.tie (to_person_id);
create index tie_to_cohort on registry.tie (to_cohort_id);
create index tie_source on registry.tie (source_kind, source_id);
create view registry.organisation_v as
select o.id, o.kind, n.full_name, n.short_name, n.sort_key, o.inn, o.kpp, o.ogrn, o.okved, o.municipality_id,
  m.name as municipality_name, m.zone_id, o.address, o.lat, o.lon, o.size_class, o.headcount, o.access_class,
  o.is_demo, (o.verified_on is not null) as verified, o.closed_on, o.rev
from registry.organisation o
left join lateral (
  select full_name, short_name, sort_key from registry.organisation_name
  where organisation_id = o.id and not isempty(valid)
  order by (valid @> current_date) desc, lower(valid) desc nulls last limit 1
) n on true
left join registry.municipality m on m.id = o.municipality_id
where o.merged_into is null;
create view registry.person_v as
select id, surname, given_name, patronymic, sort_key,
  surname || ' ' || given_name || coalesce(' ' || patronymic, '') as full_name,
  surname || ' ' || left(given_name, 1) || '.' || coalesce(' ' || left(patronymic, 1) || '.', '') as short_name,
  birth_date, sex, is_demo
from registry.person where merged_into is null;
create view registry.municipality_v as
select m.*, z.code as zone_code, z.name as zone_name from registry.municipality m join registry.zone z on z.id = m.zone_id;
-- down
drop view registry.municipality_v;
drop view registry.person_v;
drop view registry.organisation_v;
drop table registry.tie;
drop table registry.cohort_member;
drop table registry.cohort;
drop table registry.assignment;
drop table registry.person_contact;
drop table registry.person;
drop table registry.organisation_name;
drop table registry.organisation;
drop table registry.municipality;
drop table registry.zone;
drop schema registry;
