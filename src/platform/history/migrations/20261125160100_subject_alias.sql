-- up
-- Entries are sealed and never change. Where two records became one, this says under which older ids the entries of the
-- record that is left are found; taken back together with the joining.
create table platform.subject_alias (
  kind text not null,
  id text not null,
  stands_for text not null check (stands_for <> id),
  primary key (kind, id)
);
create index subject_alias_of on platform.subject_alias (kind, stands_for);
-- down
drop table platform.subject_alias;
