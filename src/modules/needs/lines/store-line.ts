import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { stale } from '../../../platform/use-case/index.ts';

export interface LineFields {
  organisationId: string;
  municipalityId: string;
  occupation: string;
  year: number;
  kind: 'new' | 'replacement' | 'project';
  count: number;
  confidence: 'low' | 'mid' | 'high';
  reason: string | null;
  spoCode: string | null;
  source: string;
  campaignId: string | null;
}

interface Stored {
  id: string;
  count: number;
  rev: number;
  state: string;
  confidence: string;
  reason: string | null;
  spo_code: string | null;
}

/**
 * Puts one need line in its place: one line per enterprise, occupation, year, kind and municipality. A count of 0
 * withdraws it. `rev`: what the writer saw; another one there now is refused as stale. Gives what happened.
 */
export async function storeLine(
  tx: Tx,
  line: LineFields,
  { rev, today, newId }: { rev: number | undefined; today: string; newId(): string },
): Promise<{ what: 'added' | 'changed' | 'withdrawn' | 'same'; id: string | null; before: Stored | null }> {
  const { organisationId, municipalityId, occupation, year, kind, count, confidence, reason, spoCode } = line;
  const { rows } =
    await sql<Stored>`select id, count, rev, state, confidence, reason, spo_code from needs.line
    where organisation_id = ${organisationId} and municipality_id = ${municipalityId} and occupation = ${occupation}
      and year = ${year} and kind = ${kind} and project_id is null and state <> 'withdrawn' for update`.execute(
      tx,
    );
  const before = rows[0] ?? null;
  if (rev !== undefined && rev !== (before?.rev ?? 0)) throw stale();
  if (!before) {
    if (count === 0) return { what: 'same', id: null, before };
    const id = newId();
    await sql`insert into needs.line (id, organisation_id, campaign_id, municipality_id, occupation, year, kind, count,
        confidence, reason, spo_code, source, stated_on)
      values (${id}, ${organisationId}, ${line.campaignId}, ${municipalityId}, ${occupation}, ${year}, ${kind}, ${count},
        ${confidence}, ${reason}, ${spoCode}, ${line.source}, ${today})`.execute(tx);
    return { what: 'added', id, before };
  }
  if (count === 0) {
    await sql`update needs.line set state = 'withdrawn', rev = rev + 1 where id = ${before.id}`.execute(tx);
    return { what: 'withdrawn', id: before.id, before };
  }
  const same =
    before.count === count &&
    before.confidence === confidence &&
    before.reason === reason &&
    before.spo_code === spoCode;
  if (same) return { what: 'same', id: before.id, before };
  await sql`update needs.line set count = ${count}, confidence = ${confidence}, reason = ${reason}, spo_code = ${spoCode},
    source = ${line.source}, campaign_id = coalesce(${line.campaignId}, campaign_id), state = 'stated',
    stated_on = ${today}, rev = rev + 1 where id = ${before.id}`.execute(tx);
  return { what: 'changed', id: before.id, before };
}
