-- up
create table platform.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size int8 not null check (size >= 0),
  media_type text not null,
  name text not null check (name <> ''),
  uploaded_by uuid,
  organisation_id uuid,
  at timestamptz not null,
  -- the record it belongs to, e.g. agreements.agreement; none while its form is being filled in
  owner_kind text,
  owner_id text,
  attached_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  check ((owner_kind is null) = (owner_id is null)),
  check ((owner_kind is null) = (attached_at is null))
);
create index file_owner on platform.file (owner_kind, owner_id) where owner_kind is not null;
create index file_sha256 on platform.file (sha256);
create index file_waiting on platform.file (uploaded_by, at) where owner_kind is null;

-- down
drop table platform.file;
