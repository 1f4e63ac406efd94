import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { queueStep, standing } from './next-step.ts';

/** Asks for the right rows to be stored: with all rows right, or leaving the others outside knowingly. */
export const applyImport = useCase(contract.applyImport, {
  right: 'needs.import.make',
  async run(args) {
    const { input, tx, change } = args;
    const row = await standing(args, ['read']);
    const refused = row.counts?.refused ?? 0;
    const waiting = row.effect?.waiting ?? 0;
    if (input.mode === 'all' && refused > 0) throw refuse('needs:error.notAll', { refused });
    if (input.mode === 'all' && waiting > 0) throw refuse('needs:error.waiting', { waiting });
    await sql`update needs.import set state = 'applying', mode = ${input.mode}, fault = null
      where id = ${input.id}`.execute(tx);
    const jobId = await queueStep(args, { ...row, step: 'apply' });
    change({
      subject: { kind: 'needs.import', id: input.id },
      after: { mode: input.mode, refused, waiting },
    });
    return { jobId };
  },
});
