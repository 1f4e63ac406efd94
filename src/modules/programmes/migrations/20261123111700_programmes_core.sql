-- up
alter table programmes.module add column practice_hours int not null default 0;
alter table programmes.module add check (practice_hours >= 0 and practice_hours <= academic_hours);
alter table programmes.student_event add column until_on date;
alter table programmes.teaching add column ended_on date;
alter table programmes.seat_line add column rev int not null default 1;
alter table programmes.study_group add column rev int not null default 1;
create unique index student_once_in_group on programmes.student (person_id, group_id) where status in ('studying', 'leave');
create index student_external_key on programmes.student (external_key) where external_key is not null;
create index student_seat_line on programmes.student (seat_line_id);
create index teaching_person on programmes.teaching (person_id, school_year);
create unique index study_group_code on programmes.study_group (programme_id, code, intake_year);
-- a file brought by a college: rows as read, what is wrong with them, and what became of it
create table programmes.import (
  id uuid primary key,
  kind text not null check (kind in ('contingent', 'curriculum', 'admission')),
  organisation_id uuid not null references registry.organisation (id),
  programme_id uuid references programmes.programme (id),
  file_name text not null,
  hash text not null,
  mapping jsonb not null,
  rows jsonb not null,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  applied_at timestamptz,
  result jsonb
);
create index import_made on programmes.import (made_at);
-- the dated student roles this room itself gave; nothing else of the registry can be reached through it
create view programmes.student_role_v as
select id, person_id, organisation_id, valid, ground from registry.assignment where role = 'student' and ground = 'programmes.student';
create view programmes.version_v as select id, programme_id, title, valid from programmes.version;
create view programmes.module_v as
select m.id, m.version_id, v.programme_id, m.code, m.name, m.kind, m.academic_hours, m.practice_hours, m.competences, m.position
from programmes.module m join programmes.version v on v.id = m.version_id;
create view programmes.teaching_v as
select t.id, t.person_id, t.group_id, p.organisation_id, t.module_code, t.academic_hours, t.school_year, t.ended_on
from programmes.teaching t join programmes.study_group g on g.id = t.group_id join programmes.programme p on p.id = g.programme_id;
-- hours of the plan and the practice in it, by version
create view programmes.plan_v as
select version_id, sum(academic_hours)::int as academic_hours,
  sum(case when kind like '%practice' then academic_hours else practice_hours end)::int as practice_hours,
  sum(academic_hours) filter (where kind = 'professional' or kind like '%practice')::int as professional_hours
from programmes.module group by version_id;
-- down
drop view programmes.plan_v;
drop view programmes.teaching_v;
drop view programmes.module_v;
drop view programmes.version_v;
drop view programmes.student_role_v;
drop table programmes.import;
drop index programmes.study_group_code;
drop index programmes.teaching_person;
drop index programmes.student_seat_line;
drop index programmes.student_external_key;
drop index programmes.student_once_in_group;
alter table programmes.study_group drop column rev;
alter table programmes.seat_line drop column rev;
alter table programmes.teaching drop column ended_on;
alter table programmes.student_event drop column until_on;
alter table programmes.module drop column practice_hours;
