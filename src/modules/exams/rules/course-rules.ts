import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { monthsLater } from './days.ts';
import { DE, DE20, OWN } from './of-regime.ts';

const date = z.string().nullable();

/** Accredited for the kit on the day (2020): a paper for the calendar year. */
export const accreditedRule = defineRule({
  ...DE20,
  id: 'DE20-02',
  facts: z.object({
    found: z.boolean(),
    code: z.string(),
    day: z.string(),
    places: z.number().int(),
    workplaces: z.number().int(),
  }),
  check({ found, code, day, places, workplaces }) {
    if (!found) return refused({ code, day }, 'centreId');
    return places < workplaces ? refused({ code, places, workplaces }, 'workplaces', 'places') : ok;
  },
});

/** The equipment was checked against the kit's list, and the check holds on the day (order 800). */
export const equippedRule = defineRule({
  ...OWN,
  id: 'EX-02',
  facts: z.object({
    found: z.boolean(),
    code: z.string(),
    day: z.string(),
    places: z.number().int(),
    workplaces: z.number().int(),
    short: z.number().int(),
  }),
  check({ found, code, day, places, workplaces, short }) {
    if (!found) return refused({ code, day }, 'centreId');
    if (short > 0) return refused({ code, count: short }, 'centreId', 'short');
    return places < workplaces ? refused({ code, places, workplaces }, 'workplaces', 'places') : ok;
  },
});

const dayBefore = z.object({
  checkedOn: date,
  drawn: z.boolean(),
  unbriefed: z.number().int(),
  workingDays: z.number().int(),
});

/** The day before: site checked, roles given, workplaces drawn, everybody briefed; protocols signed. */
export const dayBefore2020Rule = defineRule({
  ...DE20,
  id: 'DE20-07',
  facts: dayBefore,
  check({ checkedOn, drawn, unbriefed }) {
    if (!checkedOn) return refused({}, 'checkedOn');
    if (!drawn) return refused({}, 'draw', 'draw');
    return unbriefed > 0 ? refused({ count: unbriefed }, 'briefing', 'briefing') : ok;
  },
});

/** The site is checked a working day before or earlier, workplaces are drawn by chance, the list of briefing is signed. */
export const dayBeforeRule = defineRule({
  ...DE,
  id: 'DE-11',
  facts: dayBefore.extend({ day: z.string() }),
  settings: z.object({ 'exams.checkWorkingDays': z.number().int() }),
  check({ checkedOn, drawn, unbriefed, workingDays, day }, settings) {
    const least = settings['exams.checkWorkingDays'];
    if (!checkedOn) return refused({ day }, 'checkedOn');
    if (workingDays < least) return refused({ on: checkedOn, day, least }, 'checkedOn', 'late');
    if (!drawn) return refused({}, 'draw', 'draw');
    return unbriefed > 0 ? refused({ count: unbriefed }, 'briefing', 'briefing') : ok;
  },
});

/** The plan of the exam is made known in time. */
export const announcedRule = defineRule({
  ...DE,
  id: 'DE-10',
  facts: z.object({ announcedOn: date, workingDays: z.number().int(), lastDay: z.string(), day: z.string() }),
  settings: z.object({ 'exams.announceWorkingDays': z.number().int() }),
  check({ announcedOn, workingDays, lastDay, day }, settings) {
    const least = settings['exams.announceWorkingDays'];
    if (!announcedOn) return refused({ lastDay }, 'announcedOn');
    return workingDays < least
      ? refused({ on: announcedOn, lastDay, day, least }, 'announcedOn', 'late')
      : ok;
  },
});

/** The task reaches the chief expert on the day before, not earlier. */
export const taskRule = defineRule({
  ...DE,
  id: 'DE-09',
  facts: z.object({ on: date, from: z.string() }),
  check({ on, from }) {
    if (!on) return refused({ from }, 'task', 'notGiven');
    return on < from ? refused({ from }, 'task') : ok;
  },
});

/** An assistant or a tutor is made known to the chief expert a working day before. */
export const helperRule = defineRule({
  ...DE,
  id: 'DE-14',
  facts: z.object({
    helpers: z.array(z.object({ name: z.string(), on: date, workingDays: z.number().int() })),
  }),
  settings: z.object({ 'exams.helperWorkingDays': z.number().int() }),
  check({ helpers }, settings) {
    const late = helpers.find(
      ({ on, workingDays }) => !on || workingDays < settings['exams.helperWorkingDays'],
    );
    return late ? refused({ name: late.name, least: settings['exams.helperWorkingDays'] }, 'helper') : ok;
  },
});

/** Nobody works without the identity document having been looked at. */
export const identityRule = defineRule({
  ...DE,
  id: 'DE-12',
  facts: z.object({ unchecked: z.array(z.string()), unmarked: z.number().int() }),
  check({ unchecked: [one], unmarked }) {
    if (unmarked > 0) return refused({ count: unmarked }, 'presence', 'unmarked');
    return one ? refused({ place: one }, 'identity') : ok;
  },
});

/** Presence, workplace, beginning and end of every graduate stand in the protocol. */
export const timesRule = defineRule({
  ...DE,
  id: 'DE-15',
  facts: z.object({ missing: z.array(z.string()) }),
  check: ({ missing: [one] }) => (one ? refused({ place: one }, 'times') : ok),
});

/** The recording is kept for a year. */
export const videoRule = defineRule({
  ...DE,
  id: 'DE-16',
  facts: z.object({ until: date, day: z.string() }),
  settings: z.object({ 'exams.videoMonths': z.number().int() }),
  check({ until, day }, settings) {
    const least = monthsLater(day, settings['exams.videoMonths']);
    if (!until) return refused({ least }, 'videoUntil');
    return until < least ? refused({ until, least }, 'videoUntil', 'short') : ok;
  },
});

/** An exam begins on its day. */
export const onTheDayRule = defineRule({
  ...OWN,
  id: 'EX-03',
  facts: z.object({ day: z.string(), today: z.string() }),
  check: ({ day, today }) => (day === today ? ok : refused({ day, today }, 'day')),
});

/** No unsettled incident closes an exam. */
export const incidentRule = defineRule({
  ...OWN,
  id: 'EX-11',
  facts: z.object({ open: z.number().int() }),
  check: ({ open }) => (open > 0 ? refused({ count: open }, 'incidents') : ok),
});
