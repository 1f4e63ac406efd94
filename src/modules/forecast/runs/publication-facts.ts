import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

interface Facts {
  enterprises: number;
  largest_share: number;
  restricted: boolean;
}

/**
 * What decides whether a cell may be published: how many enterprises stand behind it, how large the largest is, and
 * whether one of them is of restricted class. Counted over all years of a run, so that years cannot be subtracted.
 */
export async function publicationOf(tx: Tx): Promise<(occupation: string, zone: string) => Facts> {
  const { rows } = await sql<Facts & { occupation: string; zone_code: string }>`
    select occupation, zone_code, count(*)::int as enterprises, (max(people)::float8 / sum(people)) as largest_share,
      bool_or(restricted) as restricted
    from (
      select l.occupation, l.zone_code, l.organisation_id, sum(l.count) as people, bool_or(l.access_class = 'restricted') as restricted
      from needs.line_v l where l.state <> 'withdrawn' group by 1, 2, 3
    ) by_enterprise group by occupation, zone_code`.execute(tx);
  const known = new Map(
    rows.map(({ occupation, zone_code, ...facts }) => [`${occupation} ${zone_code}`, facts]),
  );
  return (occupation, zone) =>
    known.get(`${occupation} ${zone}`) ?? { enterprises: 0, largest_share: 0, restricted: false };
}
