import { sql } from 'kysely';
import type { Need, PipelineSupply } from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Question } from './question.ts';

const CONFIDENCE = { low: 0.5, mid: 0.8, high: 1 } as const;

interface Cell {
  occupation: string;
  zone: string;
  year: number;
  base: number;
  low: number;
  high: number;
  supply: number;
}

interface Line {
  id: string;
  occupation: string;
  zone: string;
  year: number;
  count: number;
  confidence: keyof typeof CONFIDENCE;
}

/** The forecast's cells as needs in whole people, each with the need lines that back it, and those who already study. */
export async function readNeeds(
  tx: Tx,
  { forecastRunId, needCase }: Question,
): Promise<{ needs: Need[]; pipeline: PipelineSupply[] }> {
  const { rows: cells } =
    await sql<Cell>`select occupation, zone, year, need_whole as base, round(low)::int as low, round(high)::int as high,
      supply::float8 as supply
    from forecast.cell_v where run_id = ${forecastRunId} and not extrapolated order by occupation, zone, year`.execute(
      tx,
    );
  const { rows: lines } = await sql<Line>`select id, occupation, zone_code as zone, year, count, confidence
    from needs.line_v where state <> 'withdrawn' order by id`.execute(tx);
  const byCell = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.occupation} ${line.zone} ${line.year}`;
    byCell.set(key, [...(byCell.get(key) ?? []), line]);
  }
  const kept = cells.filter((cell) => cell[needCase] > 0);
  return {
    needs: kept.map((cell) => ({
      occupation: cell.occupation,
      zone: cell.zone,
      year: cell.year,
      amount: cell[needCase],
      lines: (byCell.get(`${cell.occupation} ${cell.zone} ${cell.year}`) ?? []).map((line) => ({
        id: line.id,
        amount: line.count,
        confidence: CONFIDENCE[line.confidence],
      })),
    })),
    pipeline: kept
      .filter((cell) => cell.supply > 0)
      .map(({ occupation, zone, year, supply, ...rest }) => ({
        occupation,
        zone,
        year,
        people: Math.round(Math.min(supply, rest[needCase]) * 1000) / 1000,
      })),
  };
}
