import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/rights/index.ts';
import { type Actor, found, notFound, refuse } from '../../platform/use-case/index.ts';

/** The college a person works in; whoever reaches further names it. */
export function ownOrganisation(scope: Scope, actor: Actor, asked: string | undefined): string {
  if (scope === 'organisation') {
    if (asked && asked !== actor.organisationId) throw notFound();
    return found(actor.organisationId);
  }
  if (scope !== 'all') throw notFound();
  if (!asked)
    throw refuse(
      'programmes:error.whichCollege',
      {},
      { fields: [{ path: 'organisationId', key: 'programmes:error.whichCollege' }] },
    );
  return asked;
}

/** The names of codes; a code that no list holds is kept and known to be unknown. */
export async function isKnownCode(tx: Tx, code: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from classifiers.item_v where list = 'spo' and code = ${code} and status <> 'unknown'`.execute(
      tx,
    );
  return rows.length > 0;
}
