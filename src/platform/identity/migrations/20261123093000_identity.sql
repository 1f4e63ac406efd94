-- up
create schema identity;
-- the sign-in library's tables: its ids are text; our own columns stand at the end of each
create table identity."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  two_factor_enabled boolean default false,
  -- the person of the registry; platform knows no modules, so no foreign key
  person_id uuid unique
);
create table identity.session (
  id text primary key,
  user_id text not null references identity."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- the role the person acts in now
  assignment_id uuid,
  -- a code was given for this very session
  second_factor boolean not null default false
);
create index session_of_user on identity.session (user_id);
create index session_expiry on identity.session (expires_at);
create table identity.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references identity."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_of_user on identity.account (user_id);
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on identity.verification (identifier);
create table identity.two_factor (
  id text primary key,
  user_id text not null references identity."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count int default 0,
  locked_until timestamptz
);
create index two_factor_of_user on identity.two_factor (user_id);
create index two_factor_secret on identity.two_factor (secret);
create table identity.rate_limit (
  id text primary key,
  key text not null unique,
  count int not null,
  last_request bigint not null
);
-- wrong passwords of the last minutes, by account and address
create table identity.wrong_password (
  id bigint generated always as identity primary key,
  -- SHA-256 of the address typed: a mistyped or strange address is not kept
  email_hash text not null,
  ip_address text not null,
  at timestamptz not null
);
create index wrong_password_email on identity.wrong_password (email_hash, at);
create index wrong_password_at on identity.wrong_password (at);

create view identity.session_v as
select s.token, s.user_id, u.person_id, s.assignment_id,
  (s.second_factor and coalesce(u.two_factor_enabled, false)) as second_factor,
  s.expires_at
from identity.session s
join identity."user" u on u.id = s.user_id;
-- down
drop view identity.session_v;
drop table identity.wrong_password;
drop table identity.rate_limit;
drop table identity.two_factor;
drop table identity.verification;
drop table identity.account;
drop table identity.session;
drop table identity."user";
drop schema identity;
