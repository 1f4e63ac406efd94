import { sql } from 'kysely';
import { statedYears } from '../own-organisation.ts';
import { readInThread } from './read-in-thread.ts';
import type { StoredKind } from './stored-kind.ts';
import { storedLists } from './stored-lists.ts';

/** A table of need lines: one line per enterprise, occupation, year, kind and municipality, changed where it stands. */
export const storedNeeds: StoredKind = {
  kind: 'needs',

  async read(tx, source, about) {
    const { from, to } = await statedYears(tx, about.asOf);
    const lists = await storedLists(tx, { ...about, horizon: { from, to } });
    const own = about.organisationId ? (lists.enterprises?.[0] ?? null) : null;
    return readInThread({ kind: 'needs', ...source, lists, own, choose: about.columns });
  },

  async store(tx, about) {
    const { campaignId } = await statedYears(tx, about.asOf);
    const brought = sql`brought as materialized (
      select (data ->> 'newId')::uuid as id, (data ->> 'enterprise')::uuid as organisation_id,
        (data ->> 'municipality')::uuid as municipality_id, data ->> 'occupation' as occupation,
        (data ->> 'year')::int as year, data ->> 'kind' as kind, (data ->> 'count')::int as count,
        data ->> 'confidence' as confidence, data ->> 'reason' as reason, data ->> 'spoCode' as spo_code
      from needs.import_row where import_id = ${about.id})`;
    const same = sql`l.organisation_id = b.organisation_id and l.municipality_id = b.municipality_id
      and l.occupation = b.occupation and l.year = b.year and l.kind = b.kind and l.project_id is null
      and l.state <> 'withdrawn'`;
    const changed = await sql<{ organisation_id: string }>`with ${brought}
      update needs.line l set count = b.count, confidence = b.confidence, reason = b.reason, spo_code = b.spo_code,
        source = ${about.fileName}, campaign_id = coalesce(${campaignId}, l.campaign_id), state = 'stated',
        stated_on = ${about.asOf}, rev = l.rev + 1
      from brought b where ${same} and (l.count, l.confidence, l.reason, l.spo_code)
        is distinct from (b.count, b.confidence, b.reason, b.spo_code)
      returning l.organisation_id`.execute(tx);
    const added = await sql<{ organisation_id: string }>`with ${brought}
      insert into needs.line (id, organisation_id, campaign_id, municipality_id, occupation, year, kind, count, confidence,
        reason, spo_code, source, stated_on)
      select b.id, b.organisation_id, ${campaignId}, b.municipality_id, b.occupation, b.year, b.kind, b.count, b.confidence,
        b.reason, b.spo_code, ${about.fileName}, ${about.asOf}
      from brought b where not exists (select 1 from needs.line l where ${same})
      returning organisation_id`.execute(tx);
    const all = await sql<{ n: number }>`select count(*)::int as n from needs.import_row
      where import_id = ${about.id}`.execute(tx);
    const touched = [...changed.rows, ...added.rows].map((it) => it.organisation_id);
    const counts = { added: added.rows.length, changed: changed.rows.length };
    return {
      ...counts,
      same: (all.rows[0]?.n ?? 0) - counts.added - counts.changed,
      waiting: 0,
      organisations: [...new Set(touched)].sort(),
    };
  },
};
