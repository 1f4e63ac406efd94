-- up
-- the school year the course holds for: a group goes on once a year
alter table programmes.study_group add column course_year int;
-- down
alter table programmes.study_group drop column course_year;
