-- up
-- what a merge of persons moved to the kept record, by table, so that exactly this goes back
alter table registry.merge add column moved jsonb not null default '{}';
create index merge_kept on registry.merge (kind, kept_id);
create view registry.organisation_name_v as
select organisation_id, full_name, short_name, valid from registry.organisation_name where not isempty(valid);
-- down
drop view registry.organisation_name_v;
drop index registry.merge_kept;
alter table registry.merge drop column moved;
