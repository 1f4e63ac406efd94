import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';
import { computedAt, openingWords } from './opening-words.ts';

type Row = DataOf<typeof contract.myMatches>['rows'][number];

/** «Кому я нужен»: a restricted enterprise's line is not told by name and number, so it is left out. */
export const myMatches = useCase(contract.myMatches, {
  right: 'hiring.own.read',
  async run({ tx, actor, today }) {
    const { rows } =
      await sql<Row>`select m.opening, o.short_name as organisation, w.title, w.place, w.people, w.year, w.pay,
        m.share / 10000 as percent, m.reasons
      from hiring.match m join ${openingWords} on w.opening = m.opening join registry.organisation_v o on o.id = m.organisation_id
      where m.whom = 'person' and m.person_id = ${actor.personId} and w.access_class is distinct from 'restricted'
      order by m.position`.execute(tx);
    const own = await sql<{ n: number }>`select count(distinct c)::int as n from programmes.student_v s
      join programmes.version_v v on v.programme_id = s.programme_id and v.valid @> ${today}::date
      join programmes.module_v m on m.version_id = v.id cross join lateral unnest(m.competences) c
      where s.person_id = ${actor.personId}`.execute(tx);
    const at = await computedAt.execute(tx);
    return { computedAt: at.rows[0]?.at ?? null, competences: own.rows[0]?.n ?? 0, rows };
  },
});
