-- up
-- what a working platform keeps: forms and methods of practical training, each from a day on, with where it comes from
create table practice.form (
  id uuid primary key,
  kind text not null check (kind in ('form', 'method')),
  name text not null,
  about text not null,
  -- kinds of practice it suits; empty: any
  kinds text[] not null default '{}' check (kinds <@ array['UP', 'PP', 'PDP', 'ST']),
  source text not null,
  body_id uuid references bodies.body (id),
  -- by which it was taken in; decisions of signed minutes alone
  decision_id uuid references bodies.decision (id),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  retired_why text,
  is_demo boolean not null default false,
  rev int not null default 1,
  exclude using gist (kind with =, lower(name) with =, valid with &&)
);
create index form_decision on practice.form (decision_id);
alter table practice.plan add column form_id uuid references practice.form (id);
create index plan_form on practice.plan (form_id) where form_id is not null;
-- down
alter table practice.plan drop column form_id;
drop table practice.form;
