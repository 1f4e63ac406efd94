-- up
create table identity.service_account (
  id uuid primary key,
  title text not null check (title <> ''),
  organisation_id uuid,
  municipality_id uuid,
  -- permission → scope, never wider than the maker's own
  rights jsonb not null,
  -- SHA-256 of the key; the key itself never reaches the server before its first use
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check (expires_at > created_at)
);
create index service_account_organisation on identity.service_account (organisation_id);
-- down
drop table identity.service_account;
