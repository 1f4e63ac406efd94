import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Spelling } from './stored-kind.ts';

type Decided = 'equal' | 'person' | 'none' | 'waiting';

interface Row extends Spelling {
  known: boolean;
  organisationId: string | null;
}

/** Spellings of an upload with what each means so far, and all colleges it might mean. */
export async function readSpellings(tx: Tx, importId: string, state: string) {
  const { rows } =
    await sql<Row>`select s ->> 'spelling' as spelling, (s ->> 'rows')::int as rows, s ->> 'equal' as equal,
      s -> 'like' as "like", d.spelling is not null as known, d.organisation_id as "organisationId"
    from needs.import i cross join lateral jsonb_array_elements(i.spellings) with ordinality as e(s, at)
    left join needs.spelling d on d.kind = 'college' and d.spelling = s ->> 'spelling'
    where i.id = ${importId} order by e.at`.execute(tx);
  if (rows.length === 0) return { spellings: [], choices: [] };
  const colleges = await sql<{
    id: string;
    name: string;
  }>`select id, short_name as name from registry.organisation_v
    where kind = 'college' order by sort_key`.execute(tx);
  const byId = new Map(colleges.rows.map((it) => [it.id, it]));
  const spellings = rows.map(({ spelling, rows: count, equal, like, known, organisationId }) => {
    const id = known ? organisationId : equal;
    const decided: Decided = known ? (organisationId ? 'person' : 'none') : equal ? 'equal' : 'waiting';
    return {
      spelling,
      rows: count,
      decided,
      organisation: (id && byId.get(id)) || null,
      like: like.flatMap((it) => byId.get(it) ?? []),
    };
  });
  return { spellings, choices: state === 'read' ? colleges.rows : [] };
}
