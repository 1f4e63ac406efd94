-- up
-- a table as a person likes to see it: filters, order and columns under a name of the person's own
create table platform.saved_view (
  person_id uuid not null,
  list text not null check (list ~ '^[a-z][a-zA-Z0-9.-]{0,79}$'),
  name text not null check (length(name) between 1 and 80),
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, list, name)
);
-- down
drop table platform.saved_view;
