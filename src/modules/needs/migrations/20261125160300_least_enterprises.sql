-- up
-- One or two enterprises in a cell read each other's numbers off it: three is the least a region may choose.
update platform.setting set value = '3' where key = 'needs.publicationMinEnterprises' and (value #>> '{}')::int < 3;
delete from platform.setting_proposal
where key = 'needs.publicationMinEnterprises' and decision is null and (value #>> '{}')::int < 3;
-- down
select 1;
