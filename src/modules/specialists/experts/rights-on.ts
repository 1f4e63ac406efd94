import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Level, Regime } from '../rules/levels.ts';

export { LEVELS, type Level, REGIMES, type Regime } from '../rules/levels.ts';

export interface ExpertRight {
  id: string;
  expertId: string;
  /** The expert as a person of the registry. */
  personId: string;
  level: Level;
  code: string;
  /** The last day, or null. */
  validTo: string | null;
  /** May be chief expert (DE20-03, DE-07). */
  mayLead: boolean;
}

/** A right for 15.01.05 is one for the specialty itself, or for its broad field 15.00.00. */
export const codesThatCover = (codes: readonly string[]): string[] => [
  ...new Set(
    codes.flatMap((code) =>
      /^\d{2}\.\d{2}\.\d{2}$/.test(code) ? [code, `${code.slice(0, 2)}.00.00`] : [code],
    ),
  ),
];

/**
 * The rights that hold on a day, best first: who may lead stands before who may only mark.
 * @param persons persons of the registry; absent: all experts.
 * @param codes the exam's specialty, and its skill where there is one; any of them is enough.
 */
export async function expertRightsOn(
  tx: Tx,
  {
    persons,
    regime,
    codes,
    on,
  }: { persons?: readonly string[]; regime: Regime; codes: readonly string[]; on: string },
): Promise<ExpertRight[]> {
  const asked =
    persons === undefined
      ? sql`true`
      : sql`r.person_id = any (array(select jsonb_array_elements_text(${JSON.stringify(persons)}::jsonb)::uuid))`;
  const { rows } =
    await sql<ExpertRight>`select r.id, r.expert_id as "expertId", r.person_id as "personId", r.level, r.code,
      upper(r.valid) - 1 as "validTo", r.may_lead as "mayLead"
    from specialists.expert_right_v r join specialists.expert e on e.id = r.expert_id
    join registry.person_v p on p.id = r.person_id
    where r.regime = ${regime} and r.valid @> ${on}::date and (e.left_on is null or e.left_on > ${on}::date)
      and r.code = any (array(select jsonb_array_elements_text(${JSON.stringify(codesThatCover(codes))}::jsonb)))
      and ${asked}
    order by r.may_lead desc, upper(r.valid) desc nulls first, r.id`.execute(tx);
  return rows;
}
