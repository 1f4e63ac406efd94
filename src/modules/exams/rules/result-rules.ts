import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { monthsLater } from './days.ts';
import { DE, DE20, OWN } from './of-regime.ts';

const date = z.string().nullable();

/** The form of the attestation follows from the kind of programme. */
export const formRule = defineRule({
  ...DE,
  id: 'DE-01',
  facts: z.object({ code: z.string(), withProject: z.boolean() }),
  settings: z.object({ 'exams.ownFormGroups': z.array(z.string()) }),
  check({ code, withProject }, settings) {
    if (settings['exams.ownFormGroups'].includes(code.slice(0, 2))) return ok;
    const specialist = code.slice(3, 5) === '02';
    if (specialist && !withProject) return refused({ code }, 'withProject');
    return !specialist && withProject ? refused({ code }, 'withProject', 'worker') : ok;
  },
});

/** The profile level is the college's decision on the graduates' applications. */
export const levelRule = defineRule({
  ...DE,
  id: 'DE-02',
  facts: z.object({ level: z.string(), decision: z.string().nullable() }),
  check: ({ level, decision }) =>
    (level === 'PU' || level === 'PV') && !decision ? refused({}, 'level') : ok,
});

/** The programme of attestation is approved after the council and shown half a year before. */
export const programmeRule = defineRule({
  ...DE,
  id: 'DE-04',
  facts: z.object({ councilOn: date, approvedOn: date, shownOn: date, day: z.string() }),
  settings: z.object({ 'exams.programmeMonths': z.number().int() }),
  check({ councilOn, approvedOn, shownOn, day }, settings) {
    if (!councilOn || !approvedOn || approvedOn < councilOn) return refused({}, 'approvedOn', 'notApproved');
    const last = monthsLater(day, -settings['exams.programmeMonths']);
    if (!shownOn) return refused({ last }, 'shownOn', 'notShown');
    return shownOn > last ? refused({ shownOn, last, day }, 'shownOn') : ok;
  },
});

/** Grades are told on the same day or the next working one. */
export const announceGradeRule = defineRule({
  ...DE,
  id: 'DE-19',
  facts: z.object({ protocolOn: date, lastDay: z.string(), on: z.string() }),
  check({ protocolOn, lastDay, on }) {
    if (!protocolOn) return refused({}, 'protocol', 'noProtocol');
    return on > lastDay ? { is: 'conditional', until: on, params: { lastDay, on }, variant: 'late' } : ok;
  },
});

const champion = z.object({ listed: z.boolean(), place: z.number().int() });

/** A winner or prize-winner of a championship of the Union is credited with 5. */
export const champion2020Rule = defineRule({
  ...DE20,
  id: 'DE20-11',
  facts: champion,
  check: ({ listed, place }) => (listed && place >= 1 && place <= 3 ? ok : refused({}, 'championship')),
});

/** The same under order 800: by application, the content matches, no academic debt. */
export const championRule = defineRule({
  ...DE,
  id: 'DE-20',
  facts: champion.extend({ applied: z.boolean(), matches: z.boolean(), debts: z.boolean() }),
  check({ listed, place, applied, matches, debts }) {
    if (!listed || place < 1 || place > 3) return refused({}, 'championship');
    if (!applied) return refused({}, 'applied', 'applied');
    if (!matches) return refused({}, 'matches', 'matches');
    return debts ? refused({}, 'debts', 'debts') : ok;
  },
});

/** Another date: within four months for a valid reason; otherwise after half a year, and twice at most. */
export const againRule = defineRule({
  ...DE,
  id: 'DE-21',
  facts: z.object({
    why: z.enum(['valid', 'unexcused', 'failed', 'annulled']),
    /** The application for a valid reason, or the day of the exam before. */
    since: z.string(),
    day: z.string(),
    resits: z.number().int(),
  }),
  settings: z.object({
    'exams.extraDateMonths': z.number().int(),
    'exams.resitMonths': z.number().int(),
    'exams.resitTimes': z.number().int(),
  }),
  check({ why, since, day, resits }, settings) {
    if (why === 'annulled') return day > since ? ok : refused({ first: since }, 'day', 'early');
    if (why === 'valid') {
      const last = monthsLater(since, settings['exams.extraDateMonths']);
      return day > last ? refused({ since, last }, 'day', 'extra') : ok;
    }
    const most = settings['exams.resitTimes'];
    if (resits > most) return refused({ most }, 'studentId', 'times');
    const first = monthsLater(since, settings['exams.resitMonths']);
    return day < first ? refused({ since, first }, 'day') : ok;
  },
});

/** On procedure: on the day, before leaving the site. On the result: until the next working day after the announcement. */
export const appealTermRule = defineRule({
  ...DE,
  id: 'DE-22',
  validFrom: '2019-01-31',
  facts: z.object({
    kind: z.enum(['procedure', 'result']),
    on: z.string(),
    day: z.string(),
    leftSite: z.boolean(),
    announcedOn: date,
    lastDay: date,
  }),
  check({ kind, on, day, leftSite, announcedOn, lastDay }) {
    if (kind === 'procedure') {
      if (on < day) return refused({ day }, 'kind', 'early');
      if (on > day) return refused({ day, on }, 'kind', 'procedureLate');
      return leftSite ? refused({ day }, 'kind', 'leftSite') : ok;
    }
    if (!announcedOn || !lastDay || on < announcedOn) return refused({}, 'kind', 'notAnnounced');
    return on > lastDay ? refused({ announcedOn, lastDay }, 'kind') : ok;
  },
});

/** The commission: chair, five members or more, a secretary; nobody of this year's board or of the exam. */
export const commissionRule = defineRule({
  ...DE,
  id: 'DE-23',
  facts: z.object({
    chair: z.boolean(),
    secretary: z.boolean(),
    members: z.number().int(),
    both: z.array(z.string()),
  }),
  settings: z.object({ 'exams.appealMembers': z.number().int() }),
  check({ chair, secretary, members, both: [one] }, settings) {
    const least = settings['exams.appealMembers'];
    if (one) return refused({ name: one }, 'members', 'both');
    if (!chair) return refused({}, 'members', 'chair');
    if (members < least) return refused({ members, least }, 'members');
    return secretary ? ok : refused({}, 'members', 'secretary');
  },
});

/** What an appeal may end with, and by when. */
export const decisionRule = defineRule({
  ...DE,
  id: 'DE-24',
  validFrom: '2019-01-31',
  facts: z.object({
    kind: z.enum(['procedure', 'result']),
    decision: z.enum(['reject', 'annul', 'keep', 'change']),
    newPoints: z.boolean(),
    on: z.string(),
    dueOn: z.string(),
  }),
  check({ kind, decision, newPoints, on, dueOn }) {
    const fits = kind === 'procedure' ? ['reject', 'annul'] : ['keep', 'change'];
    if (!fits.includes(decision)) return refused({}, 'decision', kind);
    if (decision === 'change' && !newPoints) return refused({}, 'points', 'points');
    return on > dueOn ? { is: 'conditional', until: on, params: { dueOn, on }, variant: 'late' } : ok;
  },
});

/** A student sits in one session at a time. */
export const onceRule = defineRule({
  ...OWN,
  id: 'EX-08',
  facts: z.object({
    name: z.string(),
    other: z.string().nullable(),
    day: z.string().nullable(),
    studying: z.boolean(),
  }),
  check({ name, other, day, studying }) {
    if (!studying) return refused({ name }, 'studentIds', 'notStudying');
    return other ? refused({ name, other, day }, 'studentIds') : ok;
  },
});

/** Appeals are over: their terms have passed, and those that came in are decided. */
export const appealsOverRule = defineRule({
  ...OWN,
  id: 'EX-09',
  facts: z.object({ open: z.number().int(), lastDay: date, today: z.string() }),
  check({ open, lastDay, today }) {
    if (open > 0) return refused({ count: open }, 'appeals');
    return !lastDay || today <= lastDay ? refused({ lastDay }, 'appeals', 'term') : ok;
  },
});

/** A corrected protocol is a new paper: who signed the old one signs it anew before the exam goes on. */
export const signedAnewRule = defineRule({
  ...OWN,
  id: 'EX-13',
  facts: z.object({ version: z.number().int(), missing: z.array(z.string()) }),
  check({ version, missing: [one] }) {
    return version > 1 && one ? refused({ name: one, version }, 'signatures') : ok;
  },
});

/** A number of the own scheme of grades. */
export const schemeRule = defineRule({
  ...OWN,
  id: 'EX-12',
  facts: z.object({ bounds: z.array(z.number().int()) }),
  check({ bounds }) {
    const [three, four, five] = bounds;
    if (bounds.length !== 3 || three === undefined || four === undefined || five === undefined)
      return refused({}, 'bounds');
    if (three <= 0 || five > 10_000) return refused({}, 'bounds', 'whole');
    return three < four && four < five ? ok : refused({}, 'bounds', 'order');
  },
});
