import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './scope.ts';

/** Which columns (or SQL expressions) of a query hold what scopes look at. */
export interface ScopeColumns {
  organisation?: string;
  municipality?: string;
  person?: string;
  /** A whole condition for `assigned` or `consented`, where a room has one. */
  assigned?: RawBuilder<boolean>;
  consented?: RawBuilder<boolean>;
}

interface Who {
  organisationId: string | null;
  municipalityId: string | null;
  personId: string | null;
}

const NOTHING = sql<boolean>`false`;

/**
 * The condition that keeps a query inside a scope: `where ${within(scope, actor, { organisation: 'o.id' })}`.
 * A scope for which the query names no column gives no rows, never all of them.
 */
export function within(scope: Scope, actor: Who, columns: ScopeColumns): RawBuilder<boolean> {
  const equals = (column: string | undefined, value: string | null) =>
    column && value ? sql<boolean>`${sql.ref(column)} = ${value}` : NOTHING;
  switch (scope) {
    case 'all':
      return sql<boolean>`true`;
    case 'territory':
      return equals(columns.municipality, actor.municipalityId);
    case 'organisation':
      return equals(columns.organisation, actor.organisationId);
    case 'own':
      return equals(columns.person, actor.personId);
    case 'assigned':
      return columns.assigned ?? NOTHING;
    case 'consented':
      return columns.consented ?? NOTHING;
  }
}
