import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { demandShown, ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';

/** Only a person who may be shown comes into the list; a second time changes the note and no more. */
export const addCandidate = useCase(contract.addCandidate, {
  right: 'hiring.candidate.edit',
  async run({ input, tx, actor, today, newId, change }) {
    const organisationId = ownEmployer(actor);
    const { studentId, way, sessionId, needLineId, note } = input;
    const { personId } = await demandShown(tx, { actor, studentId, today });
    if (needLineId) await ownLine(tx, needLineId, organisationId);
    const { rows } = await sql<{
      id: string;
    }>`insert into hiring.candidate (id, organisation_id, person_id, student_id, way,
        session_id, need_line_id, note, added_by, added_on)
      values (${newId()}, ${organisationId}, ${personId}, ${studentId}, ${way}, ${sessionId}, ${needLineId}, ${note},
        ${actor.personId}, ${today})
      on conflict (organisation_id, person_id) where removed_on is null do update set note = coalesce(excluded.note, hiring.candidate.note)
      returning id`.execute(tx);
    const { id } = found(rows[0]);
    change({
      subject: { kind: 'hiring.candidate', id, organisationId, personId },
      after: { way, sessionId, needLineId },
    });
    return { id };
  },
});

/** A need line of the own organisation. @throws Refusal 404 otherwise. */
export async function ownLine(
  tx: Parameters<typeof demandShown>[0],
  id: string,
  organisationId: string,
): Promise<{ id: string; occupation: string; municipalityId: string }> {
  const { rows } = await sql<{
    id: string;
    occupation: string;
    municipalityId: string;
  }>`select id, occupation,
      municipality_id as "municipalityId" from needs.line_v
    where id = ${id} and organisation_id = ${organisationId} and state <> 'withdrawn'`.execute(tx);
  return found(rows[0]);
}
