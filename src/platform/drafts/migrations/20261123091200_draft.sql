-- up
create table platform.draft (
  person_id uuid not null,
  form text not null check (form ~ '^[a-z][a-z0-9.-]{0,79}$'),
  subject text not null default '' check (length(subject) <= 80),
  version int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, form, subject)
);
create index draft_saved on platform.draft (saved_at);
-- down
drop table platform.draft;
