-- up
create table platform.link (
  id uuid primary key,
  purpose text not null,
  subject_kind text not null,
  subject_id text not null,
  person_id uuid,
  -- where it was sent: an address, a telephone, or in whose hands the sheet was given
  contact text not null,
  -- fills the purpose's title; shown before any code is asked, so it holds no names
  title_params jsonb not null,
  -- SHA-256 of the secret half of the token
  secret_hash text not null,
  -- SHA-256 of the secret half together with the code: six digits alone could be tried out
  code_hash text,
  issued_by uuid,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  wrong_tries int not null default 0 check (wrong_tries between 0 and 10),
  spent_at timestamptz,
  -- a newer link of the same purpose, or a withdrawal
  killed_at timestamptz,
  check (spent_at is null or killed_at is null)
);
create index link_subject on platform.link (purpose, subject_kind, subject_id, issued_at);
create index link_person on platform.link (person_id) where person_id is not null;
-- two live links of one purpose to one addressee cannot be
create unique index link_alive on platform.link (purpose, subject_kind, subject_id, coalesce(person_id::text, contact))
  where spent_at is null and killed_at is null;
-- down
drop table platform.link;
