import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const notePassport = useCase(contract.notePassport, {
  right: 'exams.card.issue',
  async run({ input, tx, actor, scope, today, change }) {
    const { rows } = await sql<{
      organisationId: string;
      personId: string;
    }>`select organisation_id as "organisationId", person_id as "personId"
      from exams.examinee e where e.id = ${input.id} and ${within(scope, actor, { organisation: 'e.organisation_id' })}`.execute(
      tx,
    );
    const { organisationId, personId } = found(rows[0]);
    const { number, link, fileHash } = input;
    if (!number && !link && !fileHash)
      throw refuse(
        'exams:error.passportEmpty',
        {},
        { fields: [{ path: 'number', key: 'exams:error.passportEmpty' }] },
      );
    await sql`insert into exams.passport (examinee_id, number, link, file_hash, noted_by, noted_on)
      values (${input.id}, ${number}, ${link}, ${fileHash}, ${actor.personId}, ${today})
      on conflict (examinee_id) do update set number = excluded.number, link = excluded.link, file_hash = excluded.file_hash,
        noted_by = excluded.noted_by, noted_on = excluded.noted_on`.execute(tx);
    change({
      subject: { kind: 'exams.passport', id: input.id, organisationId, personId },
      after: { number, link },
    });
    return { id: input.id };
  },
});
