import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';

/** Seals the seed of the draw before anybody knows the order: only its hash is told until workplaces are drawn. */
export async function sealDraw(
  { tx, now, change }: Pick<RunArgs<unknown>, 'tx' | 'now' | 'change'>,
  sessionId: string,
): Promise<void> {
  const seed = randomBytes(32);
  const commitment = createHash('sha256').update(seed).digest('hex');
  const { rows } = await sql`insert into exams.draw (session_id, commitment, seed, sealed_at)
    values (${sessionId}, ${commitment}, ${seed.toString('hex')}, ${now}) on conflict do nothing returning session_id`.execute(
    tx,
  );
  // a draw that was held stands; an exam confirmed anew keeps its order of workplaces
  if (rows.length > 0)
    change({ subject: { kind: 'exams.session', id: sessionId }, after: { drawSealed: commitment } });
}
