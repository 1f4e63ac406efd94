import { type Scope, wider } from './scope.ts';

/**
 * A room's rights: permission → role → scope. Two names stand for many: `everyone` (visitors too) and
 * `signedIn` (any person with a role).
 */
export type RightsTable = Record<string, Partial<Record<string, Scope>>>;

/** Declares a room's rights, keeping the permissions' literal names. */
export const rightsTable = <const T extends RightsTable>(table: T): T => table;

/** All that `role` may do, over every room's table. */
export function rightsOfRole(role: string, tables: readonly RightsTable[]): Record<string, Scope> {
  const names = role === 'visitor' ? ['everyone'] : ['everyone', 'signedIn', role];
  const rights: Record<string, Scope> = {};
  for (const table of tables)
    for (const [permission, byRole] of Object.entries(table))
      for (const name of names) {
        const scope = byRole[name];
        if (scope) rights[permission] = rights[permission] ? wider(rights[permission], scope) : scope;
      }
  return rights;
}
