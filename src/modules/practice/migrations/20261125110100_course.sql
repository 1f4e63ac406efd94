-- up
-- how an organisation numbers its papers: index of its file list and a pattern; `last` counts within a year
create table practice.journal (
  organisation_id uuid not null references registry.organisation (id),
  kind text not null check (kind in ('order', 'hostOrder', 'gradeSheet')),
  file_index text not null default '',
  pattern text not null,
  year int not null,
  last int not null default 0 check (last >= 0),
  primary key (organisation_id, kind)
);
-- a registered paper: what it says is kept as it was, changed only by another paper
create table practice.paper (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  plan_id uuid not null references practice.plan (id),
  host_id uuid references registry.organisation (id),
  kind text not null check (kind in ('order', 'hostOrder', 'gradeSheet')),
  number text not null,
  on_day date not null,
  content jsonb not null,
  hash text not null,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  is_demo boolean not null default false
);
create index paper_plan on practice.paper (plan_id, kind, made_at desc);
create unique index paper_number on practice.paper (organisation_id, kind, number, (date_part('year', on_day)));
-- the appraisal sheet: competences and personal qualities, both required, and the reference
create table practice.appraisal (
  placement_id uuid primary key references practice.placement (id),
  competences jsonb not null,
  qualities jsonb not null,
  reference text not null,
  filled_by uuid references registry.person (id),
  filled_at timestamptz not null,
  how text not null check (how in ('account', 'link'))
);
-- when it was asked for and of whom: the share answered is an indicator
create table practice.appraisal_ask (
  placement_id uuid primary key references practice.placement (id),
  asked_on date not null,
  mentor_id uuid references registry.person (id),
  times int not null default 1
);
-- letters of the course that were sent, so that nobody gets one twice
create table practice.letter (
  kind text not null,
  subject_id uuid not null,
  address text not null,
  sent_on date not null,
  primary key (kind, subject_id, address)
);
-- the paper original of a consent, and what the link said
alter table practice.consent add column original_on date;
create view practice.appraisal_v as
select p.id as placement_id, p.host_id, p.organisation_id, a.asked_on, x.filled_at::date as answered_on,
  coalesce(x.how, case when p.appraisal_on is not null then 'paper' end) as how
from practice.placement p join practice.appraisal_ask a on a.placement_id = p.id
left join practice.appraisal x on x.placement_id = p.id where p.state <> 'failed';
-- what a district sees: counts are made of these rows, persons are not shown
create view practice.district_v as
select p.id, p.person_id, p.organisation_id, p.host_id, p.state, lower(p.period) as starts_on, upper(p.period) - 1 as ends_on,
  coalesce(f.municipality_id, h.municipality_id) as host_place_id, t.home_id, c.municipality_id as college_place_id, o.result
from practice.placement p join practice.offer f on f.id = p.offer_id
join registry.organisation_v h on h.id = p.host_id
join registry.organisation_v c on c.id = p.organisation_id
left join practice.trainee t on t.person_id = p.person_id
left join practice.outcome o on o.placement_id = p.id;
-- down
drop view practice.district_v;
drop view practice.appraisal_v;
alter table practice.consent drop column original_on;
drop table practice.letter;
drop table practice.appraisal_ask;
drop table practice.appraisal;
drop table practice.paper;
drop table practice.journal;
