-- up
-- a log kept on paper, handed in without gaps: for those who do not write in the portal
alter table practice.placement add column log_on date;
-- down
alter table practice.placement drop column log_on;
