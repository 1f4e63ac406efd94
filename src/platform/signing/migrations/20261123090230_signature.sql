-- up
create table platform.signature (
  id uuid primary key,
  document_kind text not null,
  document_id text not null,
  version_hash text not null,
  party_organisation_id uuid,
  party_person_id uuid,
  kind text not null check (kind in ('paper', 'simple', 'qualified')),
  signed_on date not null,
  signer_person_id uuid,
  signer_name text not null,
  -- by right of what the signer stands for the party, and until when
  authority text,
  authority_until date,
  on_behalf_reason text,
  scan_hash text,
  original_received boolean not null default false,
  agreement_id text,
  via text check (via in ('account', 'link')),
  file_hash text,
  certificate jsonb,
  check_result text check (check_result in ('valid', 'invalid')),
  checked_by uuid,
  checked_how text,
  checked_on date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (num_nonnulls(party_organisation_id, party_person_id) = 1),
  check (party_organisation_id is null or authority is not null),
  check (kind <> 'paper' or scan_hash is not null or original_received),
  check (kind <> 'simple' or (agreement_id is not null and via is not null)),
  check (kind <> 'qualified' or (file_hash is not null and certificate is not null)),
  check (num_nonnulls(check_result, checked_by, checked_how, checked_on) in (0, 4)),
  check (num_nonnulls(withdrawn_at, withdrawn_why) in (0, 2))
);
create unique index signature_once on platform.signature
  (document_kind, document_id, version_hash, party_organisation_id, party_person_id, signer_name)
  nulls not distinct where withdrawn_at is null;
create index signature_party on platform.signature (party_organisation_id, party_person_id);
-- what a one-time link gives: never a signature
create table platform.link_mark (
  id uuid primary key,
  document_kind text not null,
  document_id text not null,
  version_hash text not null,
  person_id uuid,
  organisation_id uuid,
  mark text not null check (mark in ('acknowledged', 'agreedProvisionally')),
  at timestamptz not null
);
create index link_mark_document on platform.link_mark (document_kind, document_id);
-- down
drop table platform.link_mark;
drop table platform.signature;
