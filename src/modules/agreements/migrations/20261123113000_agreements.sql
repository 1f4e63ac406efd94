-- up
create schema agreements;
create table agreements.agreement (
  id uuid primary key,
  -- code of the catalogue of kinds, which is dated settings
  kind text not null,
  number text not null,
  subject text not null,
  state text not null,
  -- the day of the last needed signature
  concluded_on date,
  valid daterange not null,
  fields jsonb not null default '{}',
  version int not null default 1,
  hash text not null,
  last_activity_on date,
  ended_on date,
  end_reason text,
  copied_from uuid references agreements.agreement (id),
  is_demo boolean not null default false,
  prepared_by uuid references registry.person (id),
  rev int not null default 1,
  check (not isempty(valid) and lower(valid) is not null)
);
create index agreement_kind on agreements.agreement (kind, state);
create index agreement_end on agreements.agreement (upper(valid)) where state in ('in_force', 'changing');
-- parties are organisations (X-00); students, guardians and mentors sign papers of their own
create table agreements.party (
  agreement_id uuid not null references agreements.agreement (id),
  organisation_id uuid not null references registry.organisation (id),
  place int not null,
  signatory text,
  authority text,
  authority_until date,
  primary key (agreement_id, organisation_id)
);
create index party_organisation on agreements.party (organisation_id);
-- every content that was ever proposed, with the names its parties bore on that day; never changed
create table agreements.version (
  agreement_id uuid not null references agreements.agreement (id),
  no int not null,
  hash text not null,
  content jsonb not null,
  -- number of the supplementary agreement that made it, and why
  supplement text,
  why text,
  at timestamptz not null,
  by_person uuid references registry.person (id),
  primary key (agreement_id, no)
);
create table agreements.activity (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement (id),
  on_day date not null,
  note text not null,
  -- the thing of another room that shows the agreement lives, e.g. a placement
  source_kind text,
  source_id text,
  by_person uuid references registry.person (id)
);
create index activity_agreement on agreements.activity (agreement_id, on_day desc);
create unique index activity_source on agreements.activity (agreement_id, source_kind, source_id) where source_id is not null;
create view agreements.agreement_v as
select id, kind, number, subject, state, concluded_on, valid, fields, version, last_activity_on, ended_on, is_demo
from agreements.agreement;
create view agreements.party_v as
select p.agreement_id, p.organisation_id, p.place, o.municipality_id
from agreements.party p left join registry.organisation_v o on o.id = p.organisation_id;
-- down
drop view agreements.party_v;
drop view agreements.agreement_v;
drop table agreements.activity;
drop table agreements.version;
drop table agreements.party;
drop table agreements.agreement;
drop schema agreements;
