-- up
-- addresses that hold, for letters of higher floors; never shown to another organisation
create view registry.contact_v as
select person_id, kind, value, valid from registry.person_contact where not isempty(valid);
-- down
drop view registry.contact_v;
