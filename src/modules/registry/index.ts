export { loadActor } from './load-actor.ts';
export { isRole, mayAppoint, ORGANISATION_KINDS, type OrganisationKind, ROLES, type RoleName } from './roles.ts';
