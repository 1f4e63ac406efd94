import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { answerRow } from './answer-contract.ts';

type Row = z.output<typeof answerRow>;

/** What the colleges say to the newest proposal of a variant; a college reads its own answer only. */
export const listAnswers = useCase(contract.listAnswers, {
  right: 'order.answer.read',
  async run({ input, tx, actor, scope, today }) {
    const variants = await sql<{ state: string }>`select state from training_order.variant_v
      where id = ${input.id}`.execute(tx);
    const variant = found(variants.rows[0]);
    const { rows } =
      await sql<Row>`select a.id, a.college_id as "collegeId", o.short_name as college, a.state, a.due,
        a.state = 'waiting' and a.due < ${today}::date as silent,
        coalesce(a.answered_on > a.due, false) as late,
        coalesce(s.seats, 0)::int as seats, coalesce(s.last_year, 0)::int as "lastYear",
        a.answered_at as "answeredAt", a.note,
        (select p.short_name from registry.person_v p where p.id = a.answered_by) as "answeredBy",
        (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'programmeId', b.programme_id, 'code', p.code,
            'name', p.name, 'base', p.base, 'proposed', b.proposed, 'seats', b.seats, 'reason', b.reason,
            'verdict', b.verdict, 'reply', b.reply) order by p.code, p.base, b.id), '[]')
          from training_order.objection b join programmes.programme_v p on p.id = b.programme_id
          where b.answer_id = a.id) as objections
      from training_order.answer_v a
      join training_order.variant_v v on v.id = a.variant_id
      join registry.organisation_v o on o.id = a.college_id
      left join lateral (select sum(l.seats) as seats, sum(l.last_year) as last_year
        from training_order.seat_line_v l join programmes.programme_v p on p.id = l.programme_id
        where l.variant_id = v.id and l.intake_year = v.decision_year and p.organisation_id = a.college_id) s on true
      where a.variant_id = ${input.id} and a.latest and ${within(scope, actor, { organisation: 'a.college_id' })}
      order by array_position(array['objected', 'waiting', 'accepted'], a.state), o.sort_key, a.id`.execute(
        tx,
      );
    const count = (which: (row: Row) => boolean) => rows.filter(which).length;
    return {
      open: variant.state === 'proposed',
      due: rows[0]?.due ?? null,
      counts: {
        asked: rows.length,
        accepted: count((row) => row.state === 'accepted'),
        objected: count((row) => row.state === 'objected'),
        waiting: count((row) => row.state === 'waiting' && !row.silent),
        silent: count((row) => row.silent),
        unanswered: rows.flatMap((row) => row.objections).filter(({ verdict }) => verdict === null).length,
      },
      rows,
    };
  },
  can: ({ data, may }) => ({
    answer: may('order.answer.give') && data.open && data.rows.length > 0,
    reply: may('order.answer.reply') && data.open,
  }),
});
