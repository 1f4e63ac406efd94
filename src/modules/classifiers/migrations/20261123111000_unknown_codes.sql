-- up
-- codes met in data that no list knows: where and how often; the item itself stays in the list as 'unknown'
create table classifiers.unknown_code (
  list text not null references classifiers.list (code),
  code text not null,
  place text not null,
  times int not null check (times > 0),
  first_on date not null,
  last_on date not null,
  primary key (list, code, place)
);
-- who compared a list with the act it comes from, and by what; loads of whole lists
create table classifiers.list_event (
  id uuid primary key,
  list text not null references classifiers.list (code),
  kind text not null check (kind in ('checked', 'uploaded')),
  note text not null,
  added int,
  changed int,
  ended int,
  at timestamptz not null,
  by_person uuid references registry.person (id)
);
create index list_event_list on classifiers.list_event (list, at);
alter table classifiers.edge add column note text;
create view classifiers.list_v as select code, title, source, licence, as_of, is_complete, to_check from classifiers.list;
-- down
drop view classifiers.list_v;
alter table classifiers.edge drop column note;
drop table classifiers.list_event;
drop table classifiers.unknown_code;
