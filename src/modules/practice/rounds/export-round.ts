import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { roundsWithin } from './round-row.ts';
import { seedOf } from './seed-of.ts';

interface Stored {
  state: string;
  rule: string;
  seed: string;
  commitment: string;
  beacon: string | null;
  run: number;
  inputHash: string;
  input: string;
  result: string | null;
}

/**
 * The bundle that anybody checks: the input as `rostok place` reads it, with rule and seed, and the result as
 * `rostok verify` checks it. Students stand under the round's pseudonyms.
 */
export const exportRound = useCase(contract.exportRound, {
  right: 'practice.round.read',
  async run({ input, tx, actor, scope }) {
    const { rows } =
      await sql<Stored>`select r.state, r.rule, r.seed, r.seed_commitment as commitment, r.beacon, d.run,
        d.input_hash as "inputHash", d.input, d.result
      from practice.round r join practice.round_draw d on d.round_id = r.id and d.run = r.last_run
      where r.id = ${input.id} and ${roundsWithin(scope, actor)}`.execute(tx);
    const stored = found(rows[0]);
    const { state, rule, commitment, beacon, run, inputHash, result } = stored;
    if (result === null || !['drawn', 'published', 'repaired', 'closed'].includes(state))
      throw refuse('practice:round.error.notDrawn', {}, { status: 409 });
    return {
      run,
      commitment,
      committedSeed: stored.seed,
      beacon: beacon || null,
      inputHash,
      input: { ...(JSON.parse(stored.input) as Record<string, unknown>), rule, seed: seedOf(stored) },
      result: JSON.parse(result) as Record<string, unknown>,
    };
  },
  reads: ({ input }) => ({ kind: 'practice.round', id: input.id }),
});
