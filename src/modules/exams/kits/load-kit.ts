import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { KitBody, KitRow } from './schemas.ts';

export const kitColumns = sql`k.id, k.code, k.edition, k.regime, k.programme_code as "programmeCode",
  k.programme_name as "programmeName", k.level, k.year, k.title, k.minutes, k.max, k.workplaces, k.experts, k.state,
  k.approved_on as "approvedOn", k.is_demo as "isDemo", k.rev,
  (select count(*)::int from exams.kit_aspect a where a.kit_id = k.id) as aspects,
  (select count(*)::int from exams.kit_aspect a where a.kit_id = k.id and a.kind = 'judgement') as judged,
  (select count(distinct c.centre_id)::int from exams.centre_check c where c.kit_code = k.code) as centres,
  (select count(*)::int from exams.session s where s.kit_id = k.id and s.state <> 'cancelled') as sessions`;

interface Whole extends KitRow {
  skill: string | null;
  judges: number;
  spread: number;
  source: string;
  hash: string | null;
  modules: KitBody['modules'];
  criteria: KitBody['criteria'];
  items: KitBody['items'];
}

/** A kit with all that it is made of, as it is saved and hashed; undefined: there is none. */
export async function loadKit(
  tx: Tx,
  id: string,
): Promise<{ row: KitRow; body: KitBody; hash: string | null } | undefined> {
  const { rows } = await sql<Whole>`select ${kitColumns}, k.skill, k.judges, k.spread, k.source, k.hash,
      (select jsonb_agg(jsonb_build_object('code', m.code, 'title', m.title, 'max', m.max) order by m.position)
        from exams.kit_module m where m.kit_id = k.id) as modules,
      (select jsonb_agg(jsonb_build_object('module', m.code, 'code', c.code, 'title', c.title, 'max', c.max, 'subcriteria',
          (select jsonb_agg(jsonb_build_object('code', u.code, 'title', u.title, 'aspects',
              (select jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title, 'kind', a.kind, 'how', a.how, 'max', a.max,
                  'note', a.note, 'scale', to_jsonb(a.scale)) order by a.position)
                from exams.kit_aspect a where a.subcriterion_id = u.id)) order by u.position)
            from exams.kit_subcriterion u where u.criterion_id = c.id)) order by c.position)
        from exams.kit_criterion c join exams.kit_module m on m.id = c.module_id where c.kit_id = k.id) as criteria,
      coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'unit', i.unit, 'quantity', i.quantity, 'per', i.per,
          'kind', i.kind, 'note', i.note) order by i.position) from exams.kit_item i where i.kit_id = k.id), '[]') as items
    from exams.kit k where k.id = ${id}`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  const { skill, judges, spread, source, hash, modules, criteria, items, ...row } = found;
  const {
    code,
    regime,
    programmeCode,
    programmeName,
    level,
    year,
    title,
    minutes,
    max,
    workplaces,
    experts,
  } = row;
  const body: KitBody = {
    code,
    regime,
    programmeCode,
    programmeName,
    skill,
    level,
    year,
    title,
    minutes,
    max,
    workplaces,
    experts,
    judges,
    spread,
    source,
    modules: modules ?? [],
    criteria: criteria ?? [],
    items,
  };
  return { row, body, hash };
}
