import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { Refusal } from '../../../platform/use-case/refusal.ts';
import { contract } from '../contract.ts';
import { previewNumber } from './journals.ts';

/** The pattern is tried at once, so that a wrong one is said here and not on the day of the order. */
export const saveJournal = useCase(contract.saveJournal, {
  right: 'practice.paper.make',
  async run({ input, tx, actor, today, change }) {
    const organisationId = found(actor.organisationId);
    const { kind, fileIndex, pattern } = input;
    let next = '';
    try {
      next = previewNumber({ fileIndex, pattern }, today);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw refuse(error.key, error.params, {
        fields: [{ path: 'pattern', key: error.key, params: error.params }],
      });
    }
    await sql`insert into practice.journal (organisation_id, kind, file_index, pattern, year)
      values (${organisationId}, ${kind}, ${fileIndex}, ${pattern}, ${Number(today.slice(0, 4))})
      on conflict (organisation_id, kind) do update set file_index = excluded.file_index, pattern = excluded.pattern`.execute(
      tx,
    );
    change({
      subject: { kind: 'practice.journal', id: kind, organisationId },
      after: { fileIndex, pattern },
    });
    return { kind, next };
  },
});
