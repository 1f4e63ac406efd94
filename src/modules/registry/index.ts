export { loadActor } from './load-actor.ts';
export { survivorOf } from './merging/survivor.ts';
export { insertOrganisation, type OrganisationFields } from './organisations/insert-organisation.ts';
export { organisationsVersion } from './organisations/organisations-version.ts';
export { endRole } from './people/end-role.ts';
export { insertAssignment } from './people/insert-assignment.ts';
export { insertPerson } from './people/insert-person.ts';
export {
  isRole,
  mayAppoint,
  ORGANISATION_KINDS,
  type OrganisationKind,
  ROLES,
  type RoleName,
} from './roles.ts';
export { innIsRight, kppIsRight, ogrnIsRight } from './rules/check-digits.ts';
export { joinCohort, leaveCohort, saveCohort } from './ties/cohort.ts';
export { addTie, endTies, type NewTie, type TieKind } from './ties/tie.ts';
