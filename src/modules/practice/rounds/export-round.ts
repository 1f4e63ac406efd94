import { sql } from 'kysely';
import { draw } from '../../../engines/lottery/index.ts';
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
  leftovers: Record<string, unknown> | null;
}

const LABEL = 'rostok-placement/1';

/**
 * The bundle that anybody checks: the input as `rostok place` reads it, with rule and seed, and the result as
 * `rostok verify` checks it. Students stand under the round's pseudonyms.
 */
export const exportRound = useCase(contract.exportRound, {
  right: 'practice.round.read',
  async run({ input, tx, actor, scope }) {
    const { rows } =
      await sql<Stored>`select r.state, r.rule, r.seed, r.seed_commitment as commitment, r.beacon, d.run,
        d.input_hash as "inputHash", d.input, d.result, d.leftovers
      from practice.round r join practice.round_draw d on d.round_id = r.id and d.run = r.last_run
      where r.id = ${input.id} and ${roundsWithin(scope, actor)}`.execute(tx);
    const stored = found(rows[0]);
    const { state, rule, commitment, beacon, run, inputHash, result } = stored;
    if (result === null || !['drawn', 'published', 'repaired', 'closed'].includes(state))
      throw refuse('practice:round.error.notDrawn', {}, { status: 409 });
    const snapshot = JSON.parse(stored.input) as { students: { id: string }[] } & Record<string, unknown>;
    const seed = seedOf(stored);
    const drawn = draw(
      Buffer.from(seed, 'hex'),
      LABEL,
      snapshot.students.map(({ id }) => id),
    );
    return {
      run,
      commitment,
      committedSeed: stored.seed,
      beacon: beacon || null,
      inputHash,
      input: { ...snapshot, rule, seed },
      result: JSON.parse(result) as Record<string, unknown>,
      leftovers: stored.leftovers,
      draw: {
        committedSeed: stored.seed,
        commitment,
        beacon: beacon || null,
        label: LABEL,
        drawn: drawn.map(({ pseudonym, ticket }) => ({ pseudonym, ticket })),
      },
    };
  },
  reads: ({ input }) => ({ kind: 'practice.round', id: input.id }),
});
