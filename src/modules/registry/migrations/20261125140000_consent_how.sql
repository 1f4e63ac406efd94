-- up
-- how a consent was given: one of a person under 18 counts only on paper, from the legal representative
create or replace view registry.consent_v as
select c.id, c.person_id, c.purpose, c.version, c.given_on, c.withdrawn_on, c.given_how
from registry.consent c join registry.purpose p on p.code = c.purpose and p.version = c.version
where c.withdrawn_on is null;
create view registry.purpose_v as select code, version, basis, text, retention_months from registry.purpose;
-- down
drop view registry.purpose_v;
drop view registry.consent_v;
create view registry.consent_v as
select c.id, c.person_id, c.purpose, c.version, c.given_on, c.withdrawn_on
from registry.consent c join registry.purpose p on p.code = c.purpose and p.version = c.version
where c.withdrawn_on is null;
