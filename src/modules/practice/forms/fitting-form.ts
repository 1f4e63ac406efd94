import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse } from '../../../platform/use-case/index.ts';

interface Chosen {
  formId: string | null;
  kind: string;
  from: string;
}

const fits = ({ kind, from }: Chosen) =>
  sql<boolean>`valid @> ${from}::date and (cardinality(kinds) = 0 or ${kind} = any(kinds))`;

/** Refuses an entry of the catalogue that is not in use on the first day of a practice or is for other kinds of it. */
export async function demandForm(tx: Tx, chosen: Chosen): Promise<void> {
  if (chosen.formId === null) return;
  const { rows } = await sql<{ name: string; fits: boolean }>`select name, ${fits(chosen)} as fits
    from practice.form where id = ${chosen.formId}`.execute(tx);
  const { name, fits: fitting } = found(rows[0]);
  if (fitting) return;
  const key = 'practice:form.error.notFitting';
  throw refuse(key, { name }, { fields: [{ path: 'formId', key, params: { name } }] });
}

/** The entry where it still fits, else none: for a year plan that is repeated. */
export async function keptForm(tx: Tx, chosen: Chosen): Promise<string | null> {
  if (chosen.formId === null) return null;
  const { rows } =
    await sql`select 1 from practice.form where id = ${chosen.formId} and ${fits(chosen)}`.execute(tx);
  return rows.length > 0 ? chosen.formId : null;
}
