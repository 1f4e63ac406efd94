import { sql } from 'kysely';
import type { ForecastResult } from '../../../engines/forecast/index.ts';
import { bulkInsert, type Tx } from '../../../platform/database/index.ts';
import { publicationOf } from './publication-facts.ts';
import { summarise } from './summarise.ts';

interface Finished {
  runId: string;
  result: ForecastResult;
  resultHash: string;
  inputGz: Uint8Array;
  needLines: number;
  now: string;
}

/** Stores a finished run whole: cells with their traces, balance by programme, hints, summary, hashes. */
export async function saveResult(
  tx: Tx,
  { runId, result, resultHash, inputGz, needLines, now }: Finished,
): Promise<void> {
  const publication = await publicationOf(tx);
  await bulkInsert(
    tx,
    'forecast.cell',
    result.needs.map((cell) => ({
      run_id: runId,
      occupation: cell.occupation,
      zone: cell.zone,
      year: cell.year,
      headcount: cell.headcount,
      expansion: cell.expansion,
      replacement: cell.replacement,
      project: cell.project,
      backlog: cell.backlog,
      need: cell.trainNeed,
      need_whole: cell.trainNeedWhole,
      low: Math.min(cell.p10, cell.trainNeed),
      high: Math.max(cell.p90, cell.trainNeed),
      surplus: cell.surplus,
      supply: cell.supply,
      gap: cell.gap,
      extrapolated: cell.extrapolation,
      ...publication(cell.occupation, cell.zone),
      trace: cell.trace,
    })),
  );
  const band = bandsByProgramme(result);
  await bulkInsert(
    tx,
    'forecast.balance',
    result.balance.map((row) => ({
      run_id: runId,
      code: row.programme,
      zone: row.zone,
      year: row.year,
      need: row.need,
      ...band(row.programme, row.zone, row.year, row.need),
      pipeline: row.pipeline,
      other_supply: row.otherSupply,
      gap: row.gap,
    })),
  );
  await bulkInsert(
    tx,
    'forecast.hint',
    result.hints.map(({ programme, intakeYear, seats, ...facts }) => ({
      run_id: runId,
      code: programme,
      intake_year: intakeYear,
      facts,
      seats,
    })),
  );
  await sql`update forecast.run set state = 'done', finished_at = ${now}, input_hash = ${result.inputHash}, result_hash = ${resultHash},
    input_gz = ${inputGz}, settings = ${JSON.stringify(result.settings)}::jsonb, notes = ${JSON.stringify(result.notes)}::jsonb,
    summary = ${JSON.stringify(summarise(result, needLines))}::jsonb where id = ${runId} and state = 'running'`.execute(
    tx,
  );
}

/** The band of a programme's need: its occupations' bands, in proportion to what each hands over. */
function bandsByProgramme(result: ForecastResult) {
  const width = new Map(
    result.needs.map((c) => [
      `${c.occupation} ${c.zone} ${c.year}`,
      { low: c.p10 / (c.trainNeed || 1), high: c.p90 / (c.trainNeed || 1) },
    ]),
  );
  const sums = new Map<string, { low: number; high: number }>();
  for (const { programme, zone, year, from } of result.programmeNeeds) {
    const sum = { low: 0, high: 0 };
    for (const { occupation, amount } of from) {
      const own = width.get(`${occupation} ${zone} ${year}`) ?? { low: 1, high: 1 };
      sum.low += amount * own.low;
      sum.high += amount * own.high;
    }
    sums.set(`${programme} ${zone} ${year}`, sum);
  }
  return (programme: string, zone: string, year: number, need: number) => {
    const band = sums.get(`${programme} ${zone} ${year}`) ?? { low: need, high: need };
    return { low: Math.min(band.low, need), high: Math.max(band.high, need) };
  };
}
