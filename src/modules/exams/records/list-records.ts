import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { seesNames } from '../sessions/get-session.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import type { examineeRecords } from './record-contract.ts';

const SIGNED = ['protocol_signed', 'transferred_to_GEK', 'graded', 'closed'];

/** What stands, and what stood before it: nothing written of a result is ever taken away. */
export const listRecords = useCase(contract.listRecords, {
  right: 'exams.session.read',
  async run({ input, tx, actor, scope }) {
    const s = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const named = seesNames(actor.role, s.state);
    const { rows } = await sql<
      z.output<typeof examineeRecords>
    >`select e.id, case when ${named}::boolean then p.full_name else '' end as name,
        g.code as "group", e.workplace, e.present, e.annulled_why as annulled,
        coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'points', r.points, 'max', r.max, 'criteria', r.criteria,
            'source', r.source, 'ground', r.ground, 'by', b.short_name, 'at', r.made_at, 'hash', r.hash) order by r.made_at, r.id)
          from exams.result r left join registry.person_v b on b.id = r.made_by where r.examinee_id = e.id), '[]'::jsonb) as results,
        coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'grade', d.grade, 'ground', d.ground, 'words', d.words,
            'by', b.short_name, 'on', d.set_on, 'hash', d.hash) order by d.set_on, d.id)
          from exams.grade d left join registry.person_v b on b.id = d.set_by where d.examinee_id = e.id), '[]'::jsonb) as grades,
        (select jsonb_build_object('number', q.number, 'link', q.link) from exams.passport q where q.examinee_id = e.id) as passport
      from exams.examinee e join registry.person_v p on p.id = e.person_id
      join programmes.study_group_v g on g.id = e.group_id
      where e.session_id = ${s.id} order by e.workplace nulls last, case when ${named}::boolean then p.sort_key else '' end, e.id`.execute(
      tx,
    );
    return {
      id: s.id,
      code: s.code,
      day: s.day,
      regime: s.regime,
      state: s.state,
      programme: `${s.programmeCode} ${s.programmeName}`,
      rows: rows.map((row) => ({
        ...row,
        results: row.results.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
      })),
    };
  },
  can: ({ data, may }) => ({
    correct: may('exams.board.grade') && SIGNED.includes(data.state) && data.state !== 'closed',
    champion: may('exams.board.grade') && !['closed', 'cancelled', 'annulled'].includes(data.state),
    passport: may('exams.card.issue'),
  }),
  reads: ({ input }) => ({ kind: 'exams.session', id: input.id }),
});
