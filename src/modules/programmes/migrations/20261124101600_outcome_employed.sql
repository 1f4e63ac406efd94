-- up
-- the federal form counts the employed without telling who works in the field: such a row knows only the whole
alter table programmes.outcome add column employed int check (employed >= 0);
do $$
declare
  name text;
begin
  select conname into name from pg_constraint
  where conrelid = 'programmes.outcome'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%unemployed)%graduates%';
  execute format('alter table programmes.outcome drop constraint %I', name);
end
$$;
alter table programmes.outcome add constraint outcome_parts check (coalesce(employed, 0) + in_field + other_work
  + self_employed + army + further_study + parental_leave + left_region + unemployed <= graduates);
drop view programmes.outcome_v;
create view programmes.outcome_v as select * from programmes.outcome;
-- down
drop view programmes.outcome_v;
delete from programmes.outcome where employed is not null;
alter table programmes.outcome drop constraint outcome_parts;
alter table programmes.outcome drop column employed;
alter table programmes.outcome add constraint outcome_check check (in_field + other_work + self_employed + army
  + further_study + parental_leave + left_region + unemployed <= graduates);
create view programmes.outcome_v as select * from programmes.outcome;
