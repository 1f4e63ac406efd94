import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { linesVersion, publicationLimits } from '../../needs/index.ts';
import { organisationsVersion } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { computePublicNeed, type PublicNeed, type PublicRun } from './compute-public-need.ts';

/**
 * The page everybody opens is summed over all lines and cells once for each state of the data: the key names all it
 * is made of, read anew for every visitor, so a changed line, limit or access class is seen at once, whichever
 * process changed it. What is kept here is a copy and may be lost at any moment.
 */
let kept: { key: string; answer: PublicNeed } | undefined;

/** Names of occupations, as one short text. */
async function namesVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select
      md5(string_agg(concat(code, ' ', name), ',' order by code, name)) as version
    from classifiers.item_v where list = 'occupation'`.execute(tx);
  return rows[0]?.version ?? '';
}

export const publicNeed = useCase(contract.publicNeed, {
  right: 'forecast.public.read',
  async run({ tx, today }) {
    const latest = await sql<PublicRun>`
      select id, version, created_at as "createdAt", summary from forecast.run_v where state = 'done' order by version desc limit 1`.execute(
      tx,
    );
    const run = latest.rows[0];
    const limits = await publicationLimits(tx, today);
    const key = JSON.stringify([
      run,
      limits,
      await linesVersion(tx),
      await organisationsVersion(tx),
      await namesVersion(tx),
    ]);
    if (kept?.key === key) return kept.answer;
    const answer = await computePublicNeed(tx, run, limits);
    kept = { key, answer };
    return answer;
  },
});
