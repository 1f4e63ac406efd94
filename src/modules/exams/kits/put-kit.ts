import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { bulkInsert, type Tx } from '../../../platform/database/index.ts';
import { canonical } from '../../../platform/history/index.ts';
import { kitStates } from '../states.ts';
import type { KitBody } from './schemas.ts';

/** What a kit's approval is about: any change of content is another hash. */
export const kitHash = (body: KitBody): string => createHash('sha256').update(canonical(body)).digest('hex');

export interface NewKit {
  id: string;
  edition: number;
  replaces: string | null;
  isDemo: boolean;
}

/** Writes a draft kit whole: what stood under this id before is written anew. */
export async function putKit(tx: Tx, body: KitBody, kit: NewKit, newId: () => string): Promise<void> {
  const { id, edition, replaces, isDemo } = kit;
  for (const table of ['kit_aspect', 'kit_subcriterion', 'kit_criterion', 'kit_module', 'kit_item'])
    await sql`delete from ${sql.table(`exams.${table}`)} where kit_id = ${id}`.execute(tx);
  await sql`insert into exams.kit (id, code, edition, regime, programme_code, programme_name, skill, level, year, title, minutes,
      max, workplaces, experts, judges, spread, state, source, replaces, is_demo)
    values (${id}, ${body.code}, ${edition}, ${body.regime}, ${body.programmeCode}, ${body.programmeName}, ${body.skill},
      ${body.level}, ${body.year}, ${body.title}, ${body.minutes}, ${body.max}, ${body.workplaces},
      ${JSON.stringify(body.experts)}::jsonb, ${body.judges}, ${body.spread}, ${kitStates.initial}, ${body.source},
      ${replaces}, ${isDemo})
    on conflict (id) do update set code = excluded.code, regime = excluded.regime, programme_code = excluded.programme_code,
      programme_name = excluded.programme_name, skill = excluded.skill, level = excluded.level, year = excluded.year,
      title = excluded.title, minutes = excluded.minutes, max = excluded.max, workplaces = excluded.workplaces,
      experts = excluded.experts, judges = excluded.judges, spread = excluded.spread, source = excluded.source,
      rev = exams.kit.rev + 1`.execute(tx);
  const modules = new Map(body.modules.map((one) => [one.code, newId()]));
  await bulkInsert(
    tx,
    'exams.kit_module',
    body.modules.map(({ code, title, max }, position) => ({
      id: modules.get(code),
      kit_id: id,
      code,
      title,
      max,
      position,
    })),
  );
  const criteria: object[] = [];
  const subs: object[] = [];
  const aspects: object[] = [];
  for (const one of body.criteria) {
    const criterionId = newId();
    criteria.push({
      id: criterionId,
      kit_id: id,
      module_id: modules.get(one.module),
      code: one.code,
      title: one.title,
      max: one.max,
      position: criteria.length,
    });
    for (const sub of one.subcriteria) {
      const subId = newId();
      subs.push({
        id: subId,
        kit_id: id,
        criterion_id: criterionId,
        code: sub.code,
        title: sub.title,
        position: subs.length,
      });
      for (const aspect of sub.aspects)
        aspects.push({
          id: newId(),
          kit_id: id,
          subcriterion_id: subId,
          code: aspect.code,
          title: aspect.title,
          kind: aspect.kind,
          how: aspect.how,
          max: aspect.max,
          note: aspect.note,
          scale: aspect.scale,
          position: aspects.length,
        });
    }
  }
  type Rows = Parameters<typeof bulkInsert>[2];
  await bulkInsert(tx, 'exams.kit_criterion', criteria as Rows);
  await bulkInsert(tx, 'exams.kit_subcriterion', subs as Rows);
  await bulkInsert(tx, 'exams.kit_aspect', aspects as Rows);
  await bulkInsert(
    tx,
    'exams.kit_item',
    body.items.map((one, position) => ({
      id: newId(),
      kit_id: id,
      title: one.title,
      unit: one.unit,
      quantity: one.quantity,
      per: one.per,
      kind: one.kind,
      note: one.note,
      position,
    })),
  );
}
