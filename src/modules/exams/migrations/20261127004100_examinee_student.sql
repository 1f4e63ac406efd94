-- up
-- a student's earlier exams are asked at every admission
create index examinee_student on exams.examinee (student_id);
-- down
drop index exams.examinee_student;
