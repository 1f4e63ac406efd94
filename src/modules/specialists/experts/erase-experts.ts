// cyrillic: the acts a term of keeping comes from
import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Five years after an expert left the base nothing personal is kept but the entry itself: exams name the expert. */
export const eraseExperts = defineDuty({
  id: 'specialists.expert',
  what: 'days out, circumstances, attempts and requests of experts who left the base',
  after: 'P5Y',
  basis: '152-ФЗ, ст. 5; приказ об организации ГИА',
  async run(tx, { before }) {
    const gone = sql`select e.id, e.person_id from specialists.expert e where e.left_on < ${before}::date`;
    const { rows } = await sql<{ n: number }>`with gone as (${gone}),
      a as (delete from specialists.expert_absence where expert_id in (select id from gone) returning 1),
      c as (delete from specialists.expert_circumstance where expert_id in (select id from gone) returning 1),
      q as (delete from specialists.expert_application where person_id in (select person_id from gone) returning 1)
      select ((select count(*) from a) + (select count(*) from c) + (select count(*) from q))::int as n`.execute(
      tx,
    );
    return rows[0]?.n ?? 0;
  },
});
