import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { type Limits, type PublicCell, withhold } from '../../needs/index.ts';
import type { contract } from '../contract.ts';

interface Summary {
  years: number[];
  need: number;
  low: number;
  high: number;
  expansion: number;
  replacement: number;
  enterprises: number;
}

const EMPTY: Summary = { years: [], need: 0, low: 0, high: 0, expansion: 0, replacement: 0, enterprises: 0 };

/** Cells of one cut of the forecast with what decides whether they may be shown. */
async function cut(
  tx: Tx,
  runId: string,
  by: 'occupation' | 'municipality_id',
): Promise<(PublicCell & { low: number; high: number; supply: number; gap: number })[]> {
  const key = sql.ref(by);
  // an occupation's cells are whole; a municipality's part of a cell is its share of the lines behind the cell
  const cells =
    by === 'occupation'
      ? sql`select occupation as key, sum(need)::float8 as need, sum(low)::float8 as low, sum(high)::float8 as high,
          sum(supply)::float8 as supply, sum(gap)::float8 as gap
        from forecast.cell_v where run_id = ${runId} group by 1`
      : sql`select coalesce(s.municipality_id::text, 'model') as key, sum(c.need * coalesce(s.share, 1))::float8 as need,
          sum(c.low * coalesce(s.share, 1))::float8 as low, sum(c.high * coalesce(s.share, 1))::float8 as high,
          sum(c.supply * coalesce(s.share, 1))::float8 as supply, sum(c.gap * coalesce(s.share, 1))::float8 as gap
        from forecast.cell_v c left join (
          select municipality_id, min(zone_code) as zone_code, year, occupation,
            sum(count) / sum(sum(count)) over (partition by min(zone_code), year, occupation)::float8 as share
          from needs.line_v where state <> 'withdrawn' group by municipality_id, year, occupation
        ) s on s.zone_code = c.zone and s.occupation = c.occupation and s.year = c.year
        where c.run_id = ${runId} group by 1`;
  // behind a cut stand the enterprises of its lines; the model's part has none and hides nothing
  const { rows } = await sql<PublicCell & { low: number; high: number; supply: number; gap: number }>`
    with behind as (
      select key, (count(*) filter (where not restricted))::int as enterprises, (max(people)::float8 / sum(people)) as largest, bool_and(restricted) as restricted
      from (select organisation_id, ${key}::text as key, sum(count) as people, bool_or(access_class = 'restricted') as restricted
        from needs.line_v where state <> 'withdrawn' group by 1, 2) e group by key
    ), cells as (${cells})
    select c.*, coalesce(b.enterprises, 0) as enterprises, coalesce(b.largest, 0) as largest, coalesce(b.restricted, false) as restricted
    from cells c left join behind b on b.key = c.key`.execute(tx);
  return rows;
}

export type PublicNeed = z.input<NonNullable<(typeof contract.publicNeed)['~orpc']['outputSchema']>>['data'];

/** A finished calculation, as the page names it. */
export interface PublicRun {
  id: string;
  version: number;
  createdAt: string;
  summary: Summary;
}

/** The public figures of a calculation: every cell that would tell of one enterprise is withheld and counted. */
export async function computePublicNeed(
  tx: Tx,
  run: PublicRun | undefined,
  limits: Limits,
): Promise<PublicNeed> {
  const places = await tx
    .selectFrom('registry.municipality_v')
    .select(['id', 'code', 'short_name as shortName', 'name', 'lat', 'lon'])
    .orderBy('name')
    .execute();
  if (!run)
    return {
      ...EMPTY,
      run: null,
      occupations: [],
      municipalities: places.map(({ id: _, ...p }) => ({ ...p, need: null, withheld: false })),
      hidden: { occupations: 0, municipalities: 0 },
    };
  const occupations = withhold(await cut(tx, run.id, 'occupation'), limits);
  const cuts = await cut(tx, run.id, 'municipality_id');
  const municipalities = withhold(cuts, limits);
  const stated = new Set(cuts.map((cell) => cell.key));
  const byPlace = new Map(municipalities.shown.map((cell) => [cell.key, cell.need]));
  const names = await sql<{
    code: string;
    name: string;
  }>`select code, name from classifiers.item_v where list = 'occupation'`.execute(tx);
  const nameOf = new Map(names.rows.map(({ code, name }) => [code, name]));
  const { years, need, low, high, expansion, replacement, enterprises } = run.summary;
  return {
    run: { version: run.version, createdAt: run.createdAt },
    years,
    need,
    low,
    high,
    expansion,
    replacement,
    enterprises,
    occupations: occupations.shown
      .map(({ key, need: n, low: l, high: h, supply, gap }) => ({
        code: key,
        name: nameOf.get(key) ?? key,
        need: n,
        low: l,
        high: h,
        supply,
        gap,
      }))
      .sort((a, b) => b.need - a.need),
    municipalities: places.map(({ id, ...place }) => ({
      ...place,
      need: byPlace.get(id) ?? null,
      withheld: stated.has(id) && !byPlace.has(id),
    })),
    hidden: { occupations: occupations.withheld, municipalities: municipalities.withheld },
  };
}
