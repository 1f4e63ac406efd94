-- up
create table registry.purpose (
  code text not null,
  version int not null,
  basis text not null check (basis in ('law', 'contract', 'consent')),
  text text not null,
  retention_months int not null,
  source text not null,
  primary key (code, version)
);
create table registry.consent (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  purpose text not null,
  version int not null,
  given_on date not null,
  given_by uuid references registry.person (id),
  given_how text not null check (given_how in ('account', 'link', 'paper')),
  withdrawn_on date,
  foreign key (purpose, version) references registry.purpose (code, version),
  check (withdrawn_on >= given_on)
);
create index consent_person on registry.consent (person_id, purpose);
create unique index consent_standing on registry.consent (person_id, purpose) where withdrawn_on is null;
create view registry.consent_v as
select c.id, c.person_id, c.purpose, c.version, c.given_on, c.withdrawn_on
from registry.consent c join registry.purpose p on p.code = c.purpose and p.version = c.version
where c.withdrawn_on is null;
create table registry.road (
  from_id uuid not null references registry.municipality (id),
  to_id uuid not null references registry.municipality (id),
  km numeric not null check (km > 0),
  source text not null,
  primary key (from_id, to_id)
);
-- a merge keeps what it moved, so that it can be taken back
create table registry.merge (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'person')),
  kept_id uuid not null,
  merged_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by_person uuid,
  undone_at timestamptz
);
-- straight line between centres (great circle, km), replaced by a road where the table has one
create view registry.distance_v as
select a.id as from_id, b.id as to_id,
  coalesce(r.km, 2 * 6371 * asin(sqrt(power(sin(radians(b.lat - a.lat) / 2), 2)
    + cos(radians(a.lat)) * cos(radians(b.lat)) * power(sin(radians(b.lon - a.lon) / 2), 2)))) as km,
  (r.km is not null or a.id = b.id) as by_road
from registry.municipality a cross join registry.municipality b
left join registry.road r on r.from_id = a.id and r.to_id = b.id;
create view registry.tie_v as select * from registry.tie;
create view registry.cohort_v as
select c.id, c.kind, c.name, c.organisation_id, m.person_id, m.valid
from registry.cohort c left join registry.cohort_member m on m.cohort_id = c.id;
create view registry.assignment_v as
select a.id, a.person_id, a.role, a.organisation_id, coalesce(a.municipality_id, o.municipality_id) as municipality_id, a.valid
from registry.assignment a left join registry.organisation o on o.id = a.organisation_id;
-- down
drop view registry.assignment_v;
drop view registry.cohort_v;
drop view registry.tie_v;
drop view registry.distance_v;
drop table registry.merge;
drop table registry.road;
drop view registry.consent_v;
drop table registry.consent;
drop table registry.purpose;
