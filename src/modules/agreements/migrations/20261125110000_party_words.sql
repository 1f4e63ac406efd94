-- up
-- who signs for a party and by what right: papers of higher floors print it
create or replace view agreements.party_v as
select p.agreement_id, p.organisation_id, p.place, o.municipality_id, p.signatory, p.authority
from agreements.party p left join registry.organisation_v o on o.id = p.organisation_id;
-- down
drop view agreements.party_v;
create view agreements.party_v as
select p.agreement_id, p.organisation_id, p.place, o.municipality_id
from agreements.party p left join registry.organisation_v o on o.id = p.organisation_id;
