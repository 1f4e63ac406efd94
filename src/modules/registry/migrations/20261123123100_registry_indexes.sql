-- up
-- GiST on a bare uuid draws every lookup by that column to itself and reads hundreds of pages for one row; over an
-- expression it guards the same rule and leaves lookups to the plain index
create index organisation_name_organisation on registry.organisation_name (organisation_id);
alter table registry.organisation_name drop constraint organisation_name_organisation_id_valid_excl;
alter table registry.organisation_name add constraint organisation_name_organisation_id_valid_excl
  exclude using gist ((organisation_id::text) with =, valid with &&);
alter table registry.assignment drop constraint assignment_person_id_role_coalesce_valid_excl;
alter table registry.assignment add constraint assignment_person_id_role_coalesce_valid_excl
  exclude using gist ((person_id::text) with =, role with =,
    (coalesce(organisation_id::text, '')) with =, valid with &&);
create index assignment_role on registry.assignment (role);
-- down
drop index registry.assignment_role;
alter table registry.assignment drop constraint assignment_person_id_role_coalesce_valid_excl;
alter table registry.assignment add constraint assignment_person_id_role_coalesce_valid_excl
  exclude using gist (person_id with =, role with =,
    (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&);
alter table registry.organisation_name drop constraint organisation_name_organisation_id_valid_excl;
alter table registry.organisation_name add constraint organisation_name_organisation_id_valid_excl
  exclude using gist (organisation_id with =, valid with &&);
drop index registry.organisation_name_organisation;
