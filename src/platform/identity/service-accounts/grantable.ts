import type { Scope } from '../../rights/index.ts';

const FOR_KEYS: ReadonlySet<Scope> = new Set(['all', 'territory', 'organisation']);

/**
 * What of one's own rights can be given to a key: never wider, never a right tied to a person (`own`, `assigned`,
 * `consented`: no person stands behind a key), and never the handling of accounts itself.
 */
export const grantable = (rights: Readonly<Record<string, Scope>>): Record<string, Scope> =>
  Object.fromEntries(
    Object.entries(rights).filter(
      ([permission, scope]) => FOR_KEYS.has(scope) && !permission.startsWith('identity.'),
    ),
  );
