-- up
-- the rule of vacancies and the limits of publication stand once, with the needs; values set under the old names move there
update platform.setting s set key = n.now_key
from (values
  ('forecast.backlogDays', 'needs.vacancyOpenDays'),
  ('forecast.publicationMinEnterprises', 'needs.publicationMinEnterprises'),
  ('forecast.publicationDominance', 'needs.publicationDominance')
) n (old_key, now_key)
where s.key = n.old_key
  and not exists (select 1 from platform.setting o where o.key = n.now_key and o.valid && s.valid);
delete from platform.setting
where key in ('forecast.backlogDays', 'forecast.publicationMinEnterprises', 'forecast.publicationDominance');
update platform.setting_proposal set key = case key
  when 'forecast.backlogDays' then 'needs.vacancyOpenDays'
  when 'forecast.publicationMinEnterprises' then 'needs.publicationMinEnterprises'
  else 'needs.publicationDominance' end
where key in ('forecast.backlogDays', 'forecast.publicationMinEnterprises', 'forecast.publicationDominance');
-- down
-- values keep their new names: what was set under the old ones is told by history alone
select 1;
