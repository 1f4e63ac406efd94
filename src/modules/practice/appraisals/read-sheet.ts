import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';

export interface SheetRow {
  id: string;
  student: string;
  plan: string;
  offer: string;
  from: string;
  to: string;
  competences: string[];
  filled: {
    competences: { code: string; mastered: boolean }[];
    qualities: { code: string; mark: number }[];
    reference: string;
    at: string;
  } | null;
}

/** What the appraisal sheet of a placement asks: competences of the plan (or the practice as a whole), qualities of the region. */
export async function readSheet(tx: Tx, where: RawBuilder<boolean>, today: string) {
  const { rows } = await sql<SheetRow>`select p.id, r.full_name as student, n.title as plan, f.title as offer,
      lower(p.period) as "from", upper(p.period) - 1 as "to",
      case when cardinality(n.competences) > 0 then to_jsonb(n.competences) else jsonb_build_array(n.title) end as competences,
      (select jsonb_build_object('competences', a.competences, 'qualities', a.qualities, 'reference', a.reference,
        'at', to_char(a.filled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) from practice.appraisal a where a.placement_id = p.id) as filled
    from practice.placement p join practice.plan n on n.id = p.plan_id join practice.offer f on f.id = p.offer_id
    join registry.person_v r on r.id = p.person_id where ${where}`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const qualities = await settingOn<{ code: string; title: string }[]>(tx, 'practice.qualities', today);
  return { ...row, qualities };
}
