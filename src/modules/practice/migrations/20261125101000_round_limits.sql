-- up
-- What a distribution is computed under is written at its opening: the version of the rule, limits of colleges, programmes
-- and employers, and whether those who are left over are placed by distance.
alter table practice.round add column rule_version text not null default 'rostok-placement/1';
alter table practice.round add column quotas jsonb not null default '[]';
alter table practice.round add column caps jsonb not null default '[]';
alter table practice.round add column leftovers boolean not null default false;
alter table practice.round add column answer_by date;
-- what the rules refused when it was last tried to publish
alter table practice.round add column faults jsonb not null default '[]';
alter table practice.round_draw add column leftovers jsonb;
alter table practice.round_draw add column measured jsonb;
alter table practice.round_result add column administrative boolean not null default false;
-- where the student stands in the order of the place that was got, and the class before the lottery
alter table practice.round_result add column stood int;
alter table practice.round_result add column tier int;
alter table practice.round_entry add column confirmed_at timestamptz;
-- agreed before the draw: a target contract, the student's own find, a pair named by the college
create table practice.round_pin (
  round_id uuid not null references practice.round (id),
  student_id uuid not null references programmes.student (id),
  offer_id uuid not null references practice.offer (id),
  why text not null check (why in ('target', 'own', 'named')),
  contract_number text,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  primary key (round_id, student_id),
  check (why <> 'target' or contract_number is not null)
);
-- an enterprise that the student has found; the college answers
create table practice.own_find (
  id uuid primary key,
  plan_id uuid not null references practice.plan (id),
  student_id uuid not null references programmes.student (id),
  enterprise text not null,
  contact text not null,
  works text not null default '',
  state text not null check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  offer_id uuid references practice.offer (id),
  answer text,
  answered_by uuid references registry.person (id),
  answered_at timestamptz,
  proposed_at timestamptz not null,
  rev int not null default 1,
  check (state <> 'confirmed' or offer_id is not null)
);
create unique index own_find_once on practice.own_find (plan_id, student_id) where state in ('proposed', 'confirmed');
create index round_plan_plan on practice.round_plan (plan_id);
create index round_offer_offer on practice.round_offer (offer_id);
create index round_entry_student on practice.round_entry (student_id);
-- down
drop index practice.round_entry_student;
drop index practice.round_offer_offer;
drop index practice.round_plan_plan;
drop table practice.own_find;
drop table practice.round_pin;
alter table practice.round_entry drop column confirmed_at;
alter table practice.round_result drop column tier;
alter table practice.round_result drop column stood;
alter table practice.round_result drop column administrative;
alter table practice.round_draw drop column measured;
alter table practice.round_draw drop column leftovers;
alter table practice.round drop column faults;
alter table practice.round drop column answer_by;
alter table practice.round drop column leftovers;
alter table practice.round drop column caps;
alter table practice.round drop column quotas;
alter table practice.round drop column rule_version;
