-- up
create table platform.task (
  id uuid primary key,
  kind text not null,
  title_key text not null,
  act_key text not null,
  -- fills the title; names of persons only where the addressee may see them anyway
  params jsonb not null default '{}',
  subject_kind text not null,
  subject_id text not null,
  path text not null,
  due date,
  dismissible boolean not null default false,
  -- for one person, or for whoever holds a role: in an organisation, in a municipality, or in the region
  person_id uuid,
  role text,
  organisation_id uuid,
  municipality_id uuid,
  addressee text generated always as (coalesce(person_id::text, role || ':' ||
    coalesce(organisation_id::text, municipality_id::text, 'region'))) stored not null,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  check ((person_id is null) <> (role is null)),
  check (person_id is null or (organisation_id is null and municipality_id is null)),
  check (organisation_id is null or municipality_id is null),
  check ((state = 'open') = (done_at is null))
);
create unique index task_open on platform.task (kind, subject_kind, subject_id, addressee) where state = 'open';
create index task_person on platform.task (person_id, due) where state = 'open' and person_id is not null;
create index task_role on platform.task (role, organisation_id, municipality_id, due) where state = 'open' and role is not null;
create index task_done on platform.task (done_at) where state <> 'open';
-- when a person was here last; a new visit begins after half an hour of absence
create table platform.visit (
  person_id uuid not null,
  role text not null,
  seen_at timestamptz not null,
  previous_at timestamptz,
  primary key (person_id, role)
);
create index history_subject_organisation on platform.history (subject_organisation_id, at)
  where subject_organisation_id is not null;
-- down
drop index platform.history_subject_organisation;
drop table platform.visit;
drop table platform.task;
