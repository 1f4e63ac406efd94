-- up
create table platform.history (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- the writing transaction: only entries older than every open one are sealed
  xid xid8 not null default pg_current_xact_id(),
  act text not null check (act in ('change', 'read', 'export', 'act')),
  use_case text not null,
  actor_kind text not null,
  person_id uuid,
  role text not null,
  organisation_id uuid,
  on_behalf_of uuid,
  ground text,
  subject_kind text not null,
  subject_id text not null,
  subject_organisation_id uuid,
  subject_person_id uuid,
  values_hash text
);
create index history_subject on platform.history (subject_kind, subject_id, id);
create index history_subject_person on platform.history (subject_person_id, id) where subject_person_id is not null;
create index history_actor on platform.history (person_id, id);
-- erasable: personal values live here, the entry keeps only their salted hash
create table platform.history_values (
  entry_id bigint primary key references platform.history (id),
  salt text not null,
  before jsonb,
  after jsonb
);
-- down
drop table platform.history_values;
drop table platform.history;
