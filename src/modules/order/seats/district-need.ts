import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type PublicCell, publicationLimits, tells, withhold } from '../../needs/index.ts';

interface Cell extends PublicCell {
  people: number;
}

/** Sums of a district's need lines by a key, with what decides whether each may stand on a sheet for everybody. */
async function cells(tx: Tx, municipalityId: string, by: 'occupation' | 'municipality_id'): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select min(name) as key, sum(people)::int as people, sum(people)::int as need,
      (count(*) filter (where not restricted))::int as enterprises, (max(people)::float8 / sum(people)) as largest,
      bool_and(restricted) as restricted
    from (
      select l.${sql.ref(by)} as cell, min(coalesce(i.name, l.occupation)) as name, l.organisation_id,
        sum(l.count) as people, bool_or(l.access_class = 'restricted') as restricted
      from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
      where l.municipality_id = ${municipalityId} and l.state <> 'withdrawn' group by l.${sql.ref(by)}, l.organisation_id
    ) e group by cell order by 2 desc, 1`.execute(tx);
  return rows;
}

/** What a district needs, as far as a printed sheet may say it without telling of one enterprise. */
export async function districtNeed(tx: Tx, municipalityId: string, day: string) {
  const limits = await publicationLimits(tx, day);
  const [whole] = await cells(tx, municipalityId, 'municipality_id');
  const all = await cells(tx, municipalityId, 'occupation');
  if (!whole) return { stated: 0, enterprises: 0, byOccupation: [], withheld: { occupations: 0, people: 0 } };
  if (tells(whole, limits))
    return {
      stated: null,
      enterprises: null,
      byOccupation: [],
      withheld: { occupations: all.length, people: null },
    };
  const { shown, withheld } = withhold(all, limits);
  const told = shown.reduce((sum, it) => sum + it.people, 0);
  return {
    stated: whole.people,
    enterprises: whole.enterprises,
    byOccupation: shown.map(({ key, people }) => ({ name: key, people })),
    withheld: { occupations: withheld, people: whole.people - told },
  };
}
