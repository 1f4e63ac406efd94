import type { z } from 'zod';
import type { ForecastInput } from '../../../engines/forecast/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { vacancyRuleOn } from '../../needs/index.ts';
import type { settings } from '../settings.ts';
import { readNeedLines, readProjects, readRespondents } from './need-lines.ts';
import {
  readCohorts,
  readCrosswalk,
  readOccupations,
  readProgrammes,
  readShares,
  yearlyDropout,
} from './programmes.ts';
import { readAges, readStatistics } from './statistics.ts';

type Key = keyof typeof settings;
type Value<K extends Key> = z.output<(typeof settings)[K]['schema']>;

/** A dated setting of this room. */
export const forecastSetting = <K extends Key>(tx: Tx, key: K, date: string): Promise<Value<K>> =>
  settingOn(tx, key, date) as Promise<Value<K>>;

/** Everything a run reads, as the engine's own plain input. Its hash names the run for ever. */
export async function readForecastInput(
  tx: Tx,
  { asOf, seed }: { asOf: string; seed: number },
): Promise<ForecastInput> {
  const baseYear = Number(asOf.slice(0, 4));
  const horizon = await forecastSetting(tx, 'forecast.horizonYears', asOf);
  const rule = await vacancyRuleOn(tx, asOf);
  const rates = await forecastSetting(tx, 'forecast.exitRates', asOf);
  const sharesOf = await readShares(tx);
  const cohorts = await readCohorts(tx, baseYear, sharesOf);
  const dropout = cohorts[0]?.dropoutPerYear ?? yearlyDropout([]);
  return {
    format: 'rostok-forecast-input/1',
    baseYear,
    seed,
    settings: {
      horizon,
      weightCap: await forecastSetting(tx, 'forecast.weightCap', asOf),
      backlogYears: await forecastSetting(tx, 'forecast.backlogYears', asOf),
      defaultGraduateShare: await forecastSetting(tx, 'forecast.graduateShare', asOf),
    },
    needLines: await readNeedLines(tx, { baseYear, asOf, rule, horizon }),
    respondents: await readRespondents(tx),
    ...(await readStatistics(tx, baseYear)),
    ages: await readAges(tx, baseYear),
    exitRates: rates.map((rate) => ({ ...rate, sex: 'all', occupation: null, validFrom: null })),
    occupationExits: [],
    projects: await readProjects(tx, { baseYear, horizon }),
    cohorts,
    otherSupply: [],
    occupations: await readOccupations(tx),
    programmes: await readProgrammes(tx, sharesOf, dropout),
    crosswalk: await readCrosswalk(tx, asOf),
  };
}
