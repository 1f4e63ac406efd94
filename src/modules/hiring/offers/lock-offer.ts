import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { OfferState } from '../states.ts';

export interface LockedOffer {
  id: string;
  state: OfferState;
  organisationId: string;
  organisation: string;
  personId: string;
  studentId: string;
  candidateId: string | null;
  needLineId: string | null;
  vacancyId: string | null;
  post: string;
  occupation: string | null;
  startsOn: string;
  answerUntil: string;
  madeOn: string;
}

export async function lockOffer(tx: Tx, which: RawBuilder<boolean>): Promise<LockedOffer> {
  const { rows } = await sql<LockedOffer>`select f.id, f.state, f.organisation_id as "organisationId",
      o.short_name as organisation, f.person_id as "personId", f.student_id as "studentId", f.candidate_id as "candidateId",
      f.need_line_id as "needLineId", f.vacancy_id as "vacancyId", f.post, f.occupation, f.starts_on as "startsOn",
      f.answer_until as "answerUntil", f.made_on as "madeOn"
    from hiring.offer f join registry.organisation_v o on o.id = f.organisation_id where ${which} for update of f`.execute(
    tx,
  );
  return found(rows[0]);
}
