-- up
-- Whose round it is: null is the region's placement centre. The seed is drawn at opening and told only after the draw.
alter table practice.round add column organisation_id uuid references registry.organisation (id);
alter table practice.round add column policy text not null default 'stable' check (policy in ('stable', 'frozen'));
alter table practice.round add column classes jsonb not null default '[]';
alter table practice.round add column beacon text;
alter table practice.round add column job_id uuid;
alter table practice.round add column last_run int not null default 0;
alter table practice.round add column frozen_at timestamptz;
alter table practice.round add column published_at timestamptz;
-- an enterprise that went away in the middle
alter table practice.round_offer add column left_on date;
alter table practice.round_offer add column left_why text;
-- one student in one round; the id is the pseudonym that stands in the published bundle
create table practice.round_entry (
  id uuid primary key,
  round_id uuid not null references practice.round (id),
  student_id uuid not null references programmes.student (id),
  plan_id uuid not null references practice.plan (id),
  consented_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  rev int not null default 1,
  unique (round_id, student_id)
);
create unique index ranking_once on practice.ranking (round_id, student_id, place);
-- every computation is kept as it was computed: texts, so that the hash of the input stays that of its bytes
create table practice.round_draw (
  round_id uuid not null references practice.round (id),
  run int not null,
  cause text not null check (cause in ('draw', 'repair')),
  input text not null,
  input_hash text not null,
  result text,
  statistics jsonb,
  made_at timestamptz not null,
  computed_ms int,
  primary key (round_id, run)
);
-- down
drop table practice.round_draw;
drop index practice.ranking_once;
drop table practice.round_entry;
alter table practice.round_offer drop column left_why;
alter table practice.round_offer drop column left_on;
alter table practice.round drop column published_at;
alter table practice.round drop column frozen_at;
alter table practice.round drop column last_run;
alter table practice.round drop column job_id;
alter table practice.round drop column beacon;
alter table practice.round drop column classes;
alter table practice.round drop column policy;
alter table practice.round drop column organisation_id;
