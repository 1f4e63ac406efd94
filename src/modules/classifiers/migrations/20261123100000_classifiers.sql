-- up
create schema classifiers;
create table classifiers.list (
  code text primary key,
  title text not null,
  source text not null,
  licence text not null,
  as_of date not null,
  is_complete boolean not null,
  to_check text
);
-- a code is text, never a number; unknown codes are kept with status 'unknown', never dropped
create table classifiers.item (
  list text not null references classifiers.list (code),
  code text not null,
  name text not null,
  sort_key text not null,
  parent text,
  status text not null default 'listed' check (status in ('listed', 'added', 'unknown')),
  valid daterange not null default daterange(null, null),
  attributes jsonb not null default '{}',
  source text not null,
  primary key (list, code)
);
create index item_parent on classifiers.item (list, parent);
create index item_search on classifiers.item using gin (sort_key gin_trgm_ops);
create table classifiers.edge (
  id uuid primary key,
  from_list text not null,
  from_code text not null,
  to_list text not null,
  to_code text not null,
  weight numeric not null check (weight > 0 and weight <= 1),
  basis text not null check (basis in ('official', 'expert', 'data')),
  confidence text,
  valid daterange not null,
  reviewer uuid references registry.person (id),
  source text not null,
  exclude using gist (from_list with =, from_code with =, to_list with =, to_code with =, valid with &&)
);
create index edge_from on classifiers.edge (from_list, from_code);
create view classifiers.item_v as select list, code, name, sort_key, parent, status, valid, attributes, source from classifiers.item;
create view classifiers.edge_v as
select id, from_list, from_code, to_list, to_code, weight, basis, confidence, valid, reviewer, source from classifiers.edge;
-- what of each code no edge takes further: shown, never dropped
create view classifiers.unmapped_v as
select e.from_list, e.from_code, e.to_list, 1 - sum(e.weight) as weight
from classifiers.edge e where e.valid @> current_date group by e.from_list, e.from_code, e.to_list;
-- down
drop view classifiers.unmapped_v;
drop view classifiers.edge_v;
drop view classifiers.item_v;
drop table classifiers.edge;
drop table classifiers.item;
drop table classifiers.list;
drop schema classifiers;
