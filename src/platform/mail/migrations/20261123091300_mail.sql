-- up
-- the log: what was sent, when, and whether it went; nothing of it is personal but the person's id
create table platform.mail (
  id uuid primary key,
  template text not null,
  locale text not null,
  person_id uuid,
  -- proves what was sent after the content is erased: SHA-256 of salt, address and parameters
  content_hash text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'shown', 'failed')),
  attempts int not null default 0,
  error_key text,
  error_code text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_created on platform.mail (created_at desc);
create index mail_person on platform.mail (person_id, created_at desc) where person_id is not null;
-- erasable: address and words
create table platform.mail_content (
  mail_id uuid primary key references platform.mail (id) on delete cascade,
  salt text not null,
  address text not null,
  subject text not null,
  body text not null,
  -- a one-time address in it: erased as soon as it has gone
  secret boolean not null
);
-- down
drop table platform.mail_content;
drop table platform.mail;
