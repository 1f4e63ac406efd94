export { type RightsTable, rightsOfRole, rightsTable } from './rights-table.ts';
export { SCOPES, type Scope, wider } from './scope.ts';
export { permissionTitleKeys } from './title-keys.ts';
export { type ScopeColumns, within } from './within.ts';
