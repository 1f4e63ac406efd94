-- up
-- what a kit asks for, aspect by aspect: competences as an exam sees them
create view exams.aspect_v as
select a.id, k.id as kit_id, k.code as kit_code, k.programme_code, k.level, k.year, k.state, c.code as criterion, a.code, a.title, a.max
from exams.kit_aspect a join exams.kit_subcriterion u on u.id = a.subcriterion_id join exams.kit_criterion c on c.id = u.criterion_id
join exams.kit k on k.id = a.kit_id;
-- points of each criterion in the result that stands, of exams whose grades are set and not annulled
create view exams.criterion_result_v as
select e.id as examinee_id, e.person_id, e.student_id, e.organisation_id, s.kit_id, k.programme_code, x.code as criterion, x.points, x.max
from exams.examinee e join exams.session s on s.id = e.session_id and s.state in ('graded', 'closed')
join exams.kit k on k.id = s.kit_id
join lateral (select r.criteria from exams.result r where r.examinee_id = e.id order by r.made_at desc, r.id desc limit 1) r on true
cross join lateral jsonb_to_recordset(r.criteria) x (code text, points int, max int)
where e.annulled_on is null and not exists (select 1 from exams.grade_v g where g.examinee_id = e.id and g.annulled);
-- down
drop view exams.criterion_result_v;
drop view exams.aspect_v;
