-- up
create schema programmes;
create table programmes.college (
  organisation_id uuid primary key references registry.organisation (id),
  -- students of all years it can teach at once
  places int not null check (places >= 0),
  dormitory int not null default 0 check (dormitory >= 0),
  ownership text not null check (ownership in ('state', 'private'))
);
create table programmes.workshop (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  name text not null,
  field_group text,
  places int not null check (places >= 0)
);
-- a programme of one college: code, base, form; the plan is in its versions
create table programmes.programme (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  code text not null,
  name text not null,
  base int not null check (base in (9, 11)),
  form text not null,
  months int not null check (months > 0),
  standard text,
  capacity int not null default 0 check (capacity >= 0),
  workshop_id uuid references programmes.workshop (id),
  is_new boolean not null default false,
  is_flexible boolean not null default false,
  is_adapted boolean not null default false,
  closed_on date,
  rev int not null default 1,
  unique (organisation_id, code, base, form, is_adapted)
);
create index programme_code on programmes.programme (code);
create table programmes.version (
  id uuid primary key,
  programme_id uuid not null references programmes.programme (id),
  title text not null,
  valid daterange not null,
  exclude using gist (programme_id with =, valid with &&)
);
create table programmes.module (
  id uuid primary key,
  version_id uuid not null references programmes.version (id),
  code text not null,
  name text not null,
  kind text not null,
  -- academic hours of 45 minutes; practice is part of them
  academic_hours int not null check (academic_hours >= 0),
  competences text[] not null default '{}',
  position int not null,
  unique (version_id, code)
);
-- a seat of the training order's line, or paid: what an enrolment names
create table programmes.seat_line (
  id uuid primary key,
  programme_id uuid not null references programmes.programme (id),
  intake_year int not null,
  funding text not null check (funding in ('quota', 'target', 'paid')),
  seats int not null check (seats >= 0),
  applied int check (applied >= 0),
  enrolled int check (enrolled >= 0),
  -- average mark of the school certificate in hundredths
  average_mark int check (average_mark between 200 and 500),
  order_line_id uuid,
  unique (programme_id, intake_year, funding)
);
create table programmes.study_group (
  id uuid primary key references registry.cohort (id),
  programme_id uuid not null references programmes.programme (id),
  version_id uuid references programmes.version (id),
  code text not null,
  intake_year int not null,
  course int not null check (course between 1 and 6),
  graduation_year int not null,
  curator_id uuid references registry.person (id)
);
create index study_group_programme on programmes.study_group (programme_id);
create table programmes.student (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  group_id uuid not null references programmes.study_group (id),
  seat_line_id uuid references programmes.seat_line (id),
  funding text not null check (funding in ('quota', 'target', 'paid')),
  status text not null check (status in ('studying', 'leave', 'expelled', 'transferred', 'graduated')),
  external_key text,
  rev int not null default 1
);
create index student_group on programmes.student (group_id);
create index student_person on programmes.student (person_id);
create table programmes.student_event (
  id uuid primary key,
  student_id uuid not null references programmes.student (id),
  on_date date not null,
  kind text not null check (kind in ('enrolment', 'transfer-in', 'transfer-out', 'leave', 'return', 'expulsion', 'graduation')),
  order_number text,
  ground text
);
create index student_event_student on programmes.student_event (student_id, on_date);
create table programmes.teaching (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  group_id uuid not null references programmes.study_group (id),
  module_code text not null,
  academic_hours int not null check (academic_hours >= 0),
  school_year int not null,
  unique (person_id, group_id, module_code, school_year)
);
create index teaching_group on programmes.teaching (group_id);
-- what became of graduates, by the federal monitoring form
create table programmes.outcome (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  programme_id uuid references programmes.programme (id),
  code text not null,
  year int not null,
  graduates int not null check (graduates >= 0),
  in_field int not null default 0,
  other_work int not null default 0,
  self_employed int not null default 0,
  army int not null default 0,
  further_study int not null default 0,
  parental_leave int not null default 0,
  left_region int not null default 0,
  unemployed int not null default 0,
  source text not null,
  unique (organisation_id, code, year, source),
  check (in_field + other_work + self_employed + army + further_study + parental_leave + left_region + unemployed <= graduates)
);
create view programmes.programme_v as
select p.id, p.organisation_id, o.short_name as college, o.municipality_id, m.zone_id, p.code, p.name, p.base, p.form, p.months,
  p.standard, p.capacity, p.workshop_id, p.is_new, p.is_flexible, p.is_adapted, p.closed_on
from programmes.programme p join registry.organisation_v o on o.id = p.organisation_id
left join registry.municipality m on m.id = o.municipality_id;
create view programmes.college_v as select * from programmes.college;
create view programmes.workshop_v as select * from programmes.workshop;
create view programmes.seat_line_v as
select s.id, s.programme_id, p.organisation_id, p.code, p.base, p.form, s.intake_year, s.funding, s.seats, s.applied, s.enrolled,
  s.average_mark, s.order_line_id
from programmes.seat_line s join programmes.programme p on p.id = s.programme_id;
create view programmes.study_group_v as
select g.id, g.code, g.programme_id, p.organisation_id, p.code as programme_code, p.name as programme_name, g.intake_year,
  g.course, g.graduation_year, g.curator_id
from programmes.study_group g join programmes.programme p on p.id = g.programme_id;
create view programmes.student_v as
select s.id, s.person_id, s.group_id, p.organisation_id, g.programme_id, s.seat_line_id, s.funding, s.status, g.course,
  g.intake_year, g.graduation_year
from programmes.student s join programmes.study_group g on g.id = s.group_id
join programmes.programme p on p.id = g.programme_id;
create view programmes.contingent_v as
select g.programme_id, p.organisation_id, p.code, p.base, p.form, g.intake_year, g.course, g.graduation_year, s.funding,
  count(*) filter (where s.status = 'studying')::int as studying,
  count(*) filter (where s.status = 'leave')::int as on_leave,
  count(*) filter (where s.status in ('expelled', 'transferred'))::int as lost,
  count(*) filter (where s.status = 'studying' and r.sex = 'm')::int as men
from programmes.student s join programmes.study_group g on g.id = s.group_id
join programmes.programme p on p.id = g.programme_id join registry.person r on r.id = s.person_id
group by g.programme_id, p.organisation_id, p.code, p.base, p.form, g.intake_year, g.course, g.graduation_year, s.funding;
create view programmes.outcome_v as select * from programmes.outcome;
-- down
drop view programmes.outcome_v;
drop view programmes.contingent_v;
drop view programmes.student_v;
drop view programmes.study_group_v;
drop view programmes.seat_line_v;
drop view programmes.workshop_v;
drop view programmes.college_v;
drop view programmes.programme_v;
drop table programmes.outcome;
drop table programmes.teaching;
drop table programmes.student_event;
drop table programmes.student;
drop table programmes.study_group;
drop table programmes.seat_line;
drop table programmes.module;
drop table programmes.version;
drop table programmes.programme;
drop table programmes.workshop;
drop table programmes.college;
drop schema programmes;
