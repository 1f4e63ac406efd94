import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Home, need of an accessible workplace and the representative: kept while somebody studies, and a term after. */
export const eraseTrainees = defineDuty({
  id: 'practice.trainees',
  what: 'home, accessibility and legal representative of those who no longer study',
  after: 'practice.traineesKept',
  basis: 'design',
  async run(tx, { before }) {
    const gone = await sql`delete from practice.trainee t
      where not exists (select 1 from programmes.student_v s where s.person_id = t.person_id and s.status in ('studying', 'leave'))
        and not exists (select 1 from practice.placement p where p.person_id = t.person_id and upper(p.period) > ${before}::date)`.execute(
      tx,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
});
