import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** What a student complained of, in the own words; kind, day and decision stay with the protocol of the commission. */
export const eraseAppealTexts = defineDuty({
  id: 'exams.appealTexts',
  what: 'texts of appeals that are decided',
  after: 'P5Y',
  basis: '152-ФЗ, ст. 5',
  async run(tx, { before }) {
    const { numAffectedRows } =
      await sql`update exams.appeal set text = '' where text <> '' and state <> 'filed'
      and filed_on < ${before}::date`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
