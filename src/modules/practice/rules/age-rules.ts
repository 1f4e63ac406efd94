import { z } from 'zod';
import { defineRule, type Finding, ok, refused } from '../../../platform/rules/pure.ts';
import {
  ageOn,
  band,
  hazardRow,
  type Limits,
  limits,
  partsOf,
  type Stretch,
  stretch,
  stretchOn,
  turns,
} from './limits.ts';

const shared = { room: 'practice', validTo: null, where: 'form+server' } as const;
const worked = z.object({
  birthDate: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  timetable: z.array(stretch).min(1),
  /** A labour contract for the time of practice: only then the limits of work beside study hold. */
  employed: z.boolean(),
});
type Worked = z.output<typeof worked>;

/** The first part of the placement in which the timetable is over its limit; `cuts`: days on which limits change besides. */
function firstOver(
  { birthDate, from, to, timetable }: Worked,
  minutesOf: (one: Stretch) => number,
  limitOn: (age: keyof Limits, since: string) => number,
  cuts: readonly string[] = [],
): { since: string; age: number; hours: number; limit: number } | null {
  const inside = cuts.filter((day) => day > from && day <= to);
  for (const since of [...new Set([...partsOf(birthDate, from, to, timetable), ...inside])].sort()) {
    const one = stretchOn(timetable, since);
    const age = ageOn(birthDate, since);
    const limit = limitOn(band(age), since);
    if (one && minutesOf(one) > limit) return { since, age, hours: minutesOf(one) / 60, limit: limit / 60 };
  }
  return null;
}

/** The curriculum counts hours of 45 minutes, the timetable counts clock minutes: the plan must fit into it. */
export const academicHoursRule = defineRule({
  ...shared,
  id: 'AG-00',
  validFrom: '2020-09-22',
  source: 'domain §3.5',
  trust: 'M+',
  facts: z.object({ academicHours: z.number().int(), minutes: z.number().int() }),
  settings: z.object({ 'practice.academicMinutes': z.number().int() }),
  check({ academicHours, minutes }, settings) {
    const given = Math.floor(minutes / settings['practice.academicMinutes']);
    return given < academicHours ? refused({ given, needed: academicHours }, 'minutesADay') : ok;
  },
});

/** Hours a week by age, on each day of the placement. */
export const weekRule = defineRule({
  ...shared,
  id: 'AG-01',
  validFrom: '2002-02-01',
  source: 'domain §3.5',
  trust: 'M+',
  facts: worked,
  settings: z.object({ 'practice.weekMinutes': limits }),
  check(facts, settings) {
    const over = firstOver(
      facts,
      (one) => one.minutes * one.days,
      (age) => settings['practice.weekMinutes'][age],
    );
    return over ? refused(over, 'minutesADay') : ok;
  },
});

/** Whether a day is in the school year, when work goes beside study. */
const inSchoolYear = (day: string) => day.slice(5, 7) !== '07' && day.slice(5, 7) !== '08';

/** First days of the holidays and of the school years that begin in the years of a placement. */
const turnsOfSchool = (from: string, to: string) =>
  [...new Set([from.slice(0, 4), to.slice(0, 4)])].flatMap((year) => [`${year}-07-01`, `${year}-09-01`]);

/** Hours a day by age; with a labour contract the limits of work beside study hold on the days of the school year. */
export const dayRule = defineRule({
  ...shared,
  id: 'AG-02',
  validFrom: '2002-02-01',
  source: 'domain §3.5',
  trust: 'M+',
  facts: worked,
  settings: z.object({ 'practice.dayMinutes': limits, 'practice.dayMinutesWithStudy': limits }),
  check(facts, settings) {
    const beside = (day: string) => facts.employed && inSchoolYear(day);
    const over = firstOver(
      facts,
      (one) => one.minutes,
      (age, since) => settings[beside(since) ? 'practice.dayMinutesWithStudy' : 'practice.dayMinutes'][age],
      facts.employed ? turnsOfSchool(facts.from, facts.to) : [],
    );
    return over ? refused(over, 'minutesADay', beside(over.since) ? 'employed' : undefined) : ok;
  },
});

const hazardFacts = worked.extend({ hazards: z.array(z.string()) });
const hazardSettings = z.object({
  'practice.hazards': z.array(hazardRow),
  'practice.practice16Minutes': z.number().int(),
});

const adultOn = (birthDate: string) => turns(birthDate, 18);

/** Nobody under 18 does harmful or dangerous work on any day; a work the list does not know is taken as forbidden. */
export const hazardRule = defineRule({
  ...shared,
  id: 'AG-03',
  validFrom: '2002-02-01',
  source: 'domain §3.5',
  trust: 'W',
  facts: hazardFacts,
  settings: hazardSettings,
  check({ birthDate, from, hazards }, settings): Finding {
    if (adultOn(birthDate) <= from) return ok;
    const list = settings['practice.hazards'];
    const bad = hazards.find(
      (code) => (list.find((row) => row.code === code)?.under18 ?? 'forbidden') === 'forbidden',
    );
    if (bad === undefined) return ok;
    const title = list.find((row) => row.code === bad)?.title ?? bad;
    return refused({ title, adultOn: adultOn(birthDate) }, 'offerId');
  },
});

/** For practice some of these works are open from 16 on, a few hours a day. */
export const practiceExceptionRule = defineRule({
  ...shared,
  id: 'AG-04',
  validFrom: '2002-02-01',
  source: 'domain §3.5',
  trust: 'M+',
  facts: hazardFacts,
  settings: hazardSettings,
  check(facts, settings): Finding {
    const { birthDate, from, to, timetable, hazards } = facts;
    const list = settings['practice.hazards'];
    const known = hazards
      .map((code) => list.find((row) => row.code === code))
      .find((row) => row?.under18 === 'practice16');
    if (!known || adultOn(birthDate) <= from) return ok;
    if (ageOn(birthDate, from) < 16)
      return refused({ title: known.title, since: turns(birthDate, 16) }, 'offerId', 'young');
    const most = settings['practice.practice16Minutes'];
    const minors = partsOf(birthDate, from, to, timetable).filter((day) => day < adultOn(birthDate));
    const over = minors.map((day) => stretchOn(timetable, day)).find((one) => one && one.minutes > most);
    return over
      ? refused({ title: known.title, hours: over.minutes / 60, limit: most / 60 }, 'minutesADay')
      : ok;
  },
});

/** No night hours before 18. */
export const nightRule = defineRule({
  ...shared,
  id: 'AG-06',
  validFrom: '2002-02-01',
  source: 'domain §3.5',
  trust: 'M+',
  facts: z.object({ birthDate: z.iso.date(), from: z.iso.date(), night: z.boolean(), employed: z.boolean() }),
  settings: z.object({ 'practice.nightForMinors': z.enum(['forbidden', 'employeesForbidden']) }),
  check({ birthDate, from, night, employed }, settings) {
    const bound = settings['practice.nightForMinors'] === 'forbidden' || employed;
    return night && bound && adultOn(birthDate) > from
      ? refused({ adultOn: adultOn(birthDate) }, 'offerId')
      : ok;
  },
});
