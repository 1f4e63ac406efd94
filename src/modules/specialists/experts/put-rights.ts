import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { LEVELS, type Level, type Regime } from './rights-on.ts';

export interface NewRights {
  expertId: string;
  regime: Regime;
  level: Level;
  codes: readonly string[];
  from: string;
  to: string | null;
  documentNumber?: string | null;
  documentOn?: string | null;
  applicationId?: string | null;
  source?: string | null;
  newId(): string;
}

/** A level is of one regime: a right of 2020 does not become one of order 800 by being written down. */
export function demandLevel(regime: Regime, level: Level): void {
  if ((LEVELS[regime] as readonly string[]).includes(level)) return;
  throw refuse(
    'specialists:error.levelOfRegime',
    {},
    { fields: [{ path: 'level', key: 'specialists:error.levelOfRegime' }] },
  );
}

/**
 * Gives rights, one for each code. Days on which the same level and code stand already are left to that document: a
 * renewal begins where the old right ends. Gives how many codes got more than they had.
 */
export async function putRights(tx: Tx, r: NewRights): Promise<number> {
  demandLevel(r.regime, r.level);
  if (r.to !== null && r.to < r.from)
    throw refuse(
      'specialists:error.endsBeforeStart',
      {},
      { fields: [{ path: 'to', key: 'specialists:error.endsBeforeStart' }] },
    );
  let added = 0;
  for (const code of new Set(r.codes)) {
    const days = sql`daterange(${r.from}::date, ${r.to}::date, '[]')`;
    const same = sql`expert_id = ${r.expertId} and regime = ${r.regime} and level = ${r.level} and code = ${code}`;
    const { rows } = await sql<{ from: string; to: string | null }>`with given as (
        select coalesce(range_agg(valid), '{}'::datemultirange) as days from specialists.expert_right where ${same})
      select lower(part) as "from", upper(part) - 1 as "to"
      from given cross join lateral unnest(datemultirange(${days}) - given.days) part order by 1`.execute(tx);
    if (rows.length > 0) added += 1;
    for (const { from, to } of rows)
      await sql`insert into specialists.expert_right (id, expert_id, regime, level, code, valid, document_number,
          document_on, application_id, source)
        values (${r.newId()}, ${r.expertId}, ${r.regime}, ${r.level}, ${code}, daterange(${from}::date, ${to}::date, '[]'),
          ${r.documentNumber ?? null}, ${r.documentOn ?? null}, ${r.applicationId ?? null}, ${r.source ?? null})`.execute(
        tx,
      );
  }
  return added;
}
