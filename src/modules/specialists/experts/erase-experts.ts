// cyrillic: the acts a term of keeping comes from
import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/**
 * Five years after an expert left the base nothing personal is kept but the entry itself: exams name the expert. Requests
 * go before the attempts they name.
 */
export const eraseExperts = defineDuty({
  id: 'specialists.expert',
  what: 'days out, circumstances, declarations, tests and requests of experts who left the base',
  after: 'P5Y',
  basis: '152-ФЗ, ст. 5; приказ об организации ГИА',
  async run(tx, { before }) {
    const gone = sql`select e.id, e.person_id from specialists.expert e where e.left_on < ${before}::date`;
    let n = 0;
    for (const what of [
      sql`specialists.expert_absence where expert_id in (select id from gone)`,
      sql`specialists.expert_circumstance where expert_id in (select id from gone)`,
      sql`specialists.expert_declaration where expert_id in (select id from gone)`,
      sql`specialists.expert_application where person_id in (select person_id from gone)`,
      sql`specialists.expert_attempt where person_id in (select person_id from gone)`,
    ]) {
      const { numAffectedRows } = await sql`with gone as (${gone}) delete from ${what}`.execute(tx);
      n += Number(numAffectedRows ?? 0);
    }
    return n;
  },
});
