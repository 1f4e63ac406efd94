import type { Tx } from '../../../platform/database/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import type { VacancyRule } from './vacancy-rule.ts';

/** The rule for vacancies that holds on a day. */
export async function vacancyRuleOn(tx: Tx, day: string): Promise<VacancyRule> {
  const keys = ['needs.vacancyOpenDays', 'needs.vacancyPlacesCap', 'needs.vacancyRepeatDays'];
  const found = await settingsOn(tx, keys, day);
  const [openDays, placesCap, repeatDays] = keys.map((it) => Number(found[it]));
  return { openDays, placesCap, repeatDays } as VacancyRule;
}
