-- up
-- the registry's own door ends a role now
drop view programmes.student_role_v;
-- on the staff, or paid by the hour: such hours are no second job up to a limit of their own
alter table programmes.teaching add column terms text not null default 'staff' check (terms in ('staff', 'hourly'));
drop view programmes.teaching_v;
create view programmes.teaching_v as
select t.id, t.person_id, t.group_id, p.organisation_id, t.module_code, t.academic_hours, t.school_year, t.ended_on, t.terms
from programmes.teaching t join programmes.study_group g on g.id = t.group_id join programmes.programme p on p.id = g.programme_id;
-- down
drop view programmes.teaching_v;
alter table programmes.teaching drop column terms;
create view programmes.teaching_v as
select t.id, t.person_id, t.group_id, p.organisation_id, t.module_code, t.academic_hours, t.school_year, t.ended_on
from programmes.teaching t join programmes.study_group g on g.id = t.group_id join programmes.programme p on p.id = g.programme_id;
create view programmes.student_role_v as
select id, person_id, organisation_id, valid, ground from registry.assignment where role = 'student' and ground = 'programmes.student';
