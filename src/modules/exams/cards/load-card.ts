import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { CardContent } from './card-contract.ts';

export interface Card {
  id: string;
  examineeId: string;
  personId: string;
  token: string;
  content: CardContent;
  hash: string;
  issuedOn: string;
  /** The grade of this card is the one that stands. */
  stands: boolean;
  annulled: boolean;
  consent: boolean;
  isDemo: boolean;
}

/** The newest card for which a condition on `c`, `e` and `s` holds. */
export async function loadCard(tx: Tx, where: RawBuilder<boolean>): Promise<Card> {
  const { rows } =
    await sql<Card>`select c.id, c.examinee_id as "examineeId", e.person_id as "personId", c.token, c.content, c.hash,
      c.issued_on as "issuedOn", w.id = c.grade_id as stands, w.annulled, s.is_demo as "isDemo",
      exists (select 1 from registry.consent_v v where v.person_id = e.person_id and v.purpose = 'exam_result_public') as consent
    from exams.card c join exams.examinee e on e.id = c.examinee_id join exams.session s on s.id = e.session_id
    join exams.grade_v w on w.examinee_id = e.id where ${where} order by c.issued_on desc, c.id desc limit 1`.execute(
      tx,
    );
  return found(rows[0]);
}
