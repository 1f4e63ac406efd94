-- up
-- the day of which the file speaks, where it is not the day of the upload; whether it holds all open cards of its source
alter table needs.import add column as_of date;
alter table needs.import add column complete boolean not null default false;
-- cards that stand in the file and were refused: they are there all the same
alter table needs.import add column present jsonb not null default '[]';
-- down
alter table needs.import drop column present;
alter table needs.import drop column complete;
alter table needs.import drop column as_of;
