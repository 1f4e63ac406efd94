import { sql } from 'kysely';
import type {
  AgeCell,
  IndustryPoint,
  OccupationPoint,
  PopulationCell,
  StaffingPoint,
} from '../../../engines/forecast/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

/** First ages of the bands in `needs.staff.ages`; the last band is open. */
const BANDS = [15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70];

/** Official headcounts: what answers are weighted to, and how industries moved. */
export async function readStatistics(
  tx: Tx,
  baseYear: number,
): Promise<{
  population: PopulationCell[];
  industrySeries: IndustryPoint[];
  staffing: StaffingPoint[];
  occupationSeries: OccupationPoint[];
}> {
  const population =
    await sql<PopulationCell>`select section as okved, size_class as "sizeClass", '' as zone, population as headcount
    from needs.population_headcount_v where year = ${baseYear}`.execute(tx);
  const series =
    await sql<IndustryPoint>`select section as okved, '' as zone, year, sum(population)::int as headcount
    from needs.population_headcount_v where year <= ${baseYear} group by section, year`.execute(tx);
  const staffing = await sql<StaffingPoint>`select section as okved, occupation, year, headcount
    from needs.staffing_v where year <= ${baseYear}`.execute(tx);
  const occupations =
    await sql<OccupationPoint>`select occupation, '' as zone, year, sum(headcount)::int as headcount
    from needs.staffing_v where year <= ${baseYear} group by occupation, year`.execute(tx);
  return {
    population: population.rows,
    industrySeries: series.rows,
    staffing: staffing.rows,
    occupationSeries: occupations.rows,
  };
}

/** Ages of an occupation over all enterprises that told them. */
export async function readAges(tx: Tx, baseYear: number): Promise<AgeCell[]> {
  const { rows } = await sql<{ occupation: string; year: number; band: number; headcount: number }>`
    select s.occupation, s.year, a.band::int as band, sum(a.heads)::int as headcount
    from needs.staff_v s cross join lateral unnest(s.ages) with ordinality as a(heads, band)
    where s.year <= ${baseYear} group by s.occupation, s.year, a.band having sum(a.heads) > 0`.execute(tx);
  return rows.map(({ occupation, year, band, headcount }) => {
    const ageFrom = BANDS[band - 1] ?? 70;
    return { occupation, year, sex: 'all', ageFrom, ageTo: ageFrom === 70 ? 90 : ageFrom + 4, headcount };
  });
}
