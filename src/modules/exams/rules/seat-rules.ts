import { z } from 'zod';
import { conditional, defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { DE, DE20, OWN } from './of-regime.ts';

const name = z.string().nullable();
/** Names of those without a right on the exam's day; `none`: the seat is empty. */
const unfit = z.object({ none: z.boolean(), unfit: z.array(z.string()), day: z.string() });
const first = ([one = '']: readonly string[]) => one;

/** The chief expert may run regional championships, or is certified. */
export const chief2020Rule = defineRule({
  ...DE20,
  id: 'DE20-03',
  facts: unfit,
  check({ none, unfit: names, day }) {
    if (none) return refused({}, 'chief', 'none');
    return names.length > 0 ? refused({ name: first(names), day }, 'chief') : ok;
  },
});

/** Every marking expert holds a right to assess on the exam's day. */
export const line2020Rule = defineRule({
  ...DE20,
  id: 'DE20-04',
  facts: unfit,
  check: ({ unfit: names, day }) =>
    names.length > 0 ? refused({ name: first(names), day, count: names.length }, 'line') : ok,
});

const conflicts = z.object({
  blocks: z.array(z.object({ name: z.string(), code: z.string(), students: z.number().int() })),
});
const ownStudents = ({ blocks }: z.output<typeof conflicts>) => {
  const [worst] = blocks;
  return worst ? refused({ name: worst.name, code: worst.code, count: worst.students }, 'experts') : ok;
};

/** Nobody marks graduates of the own college, nor those he trained. */
export const stranger2020Rule = defineRule({ ...DE20, id: 'DE20-05', facts: conflicts, check: ownStudents });
export const strangerRule = defineRule({ ...DE, id: 'DE-08', facts: conflicts, check: ownStudents });

const number = z.object({ free: z.number().int(), required: z.number().int(), workplaces: z.number().int() });

/** The kit's least number of experts; three where anything is judged. */
export const number2020Rule = defineRule({
  ...DE20,
  id: 'DE20-06',
  facts: number.extend({ judged: z.boolean() }),
  settings: z.object({ 'exams.leastJudges': z.number().int() }),
  check({ free, required, workplaces, judged }, settings) {
    const least = Math.max(required, judged ? settings['exams.leastJudges'] : 1);
    return free < least ? refused({ free, required: least, workplaces }, 'experts') : ok;
  },
});

/** Only those free of conflict with all whom they mark are counted. */
export const freeExpertsRule = defineRule({
  ...OWN,
  id: 'X-14',
  facts: number,
  check: ({ free, required, workplaces }) =>
    free < required ? refused({ free, required, workplaces }, 'experts') : ok,
});

/** Marking experts have the knowledge of the profession: a right that covers it on the day. */
export const knowledgeRule = defineRule({
  ...DE,
  id: 'DE-06',
  facts: unfit,
  check: ({ unfit: names, day }) =>
    names.length > 0 ? refused({ name: first(names), day, count: names.length }, 'line') : ok,
});

/** The chief expert is one of the experts and does not mark. */
export const chiefRule = defineRule({
  ...DE,
  id: 'DE-07',
  facts: unfit.extend({ marks: z.boolean() }),
  check({ none, unfit: names, day, marks }) {
    if (none) return refused({}, 'chief', 'none');
    if (marks) return refused({}, 'chief', 'marks');
    return names.length > 0 ? refused({ name: first(names), day }, 'chief') : ok;
  },
});

/** The board of the exam's year: its chair approved by the founder in time, and not of the college's staff. */
export const boardRule = defineRule({
  ...DE,
  id: 'DE-05',
  facts: z.object({
    year: z.number().int(),
    chair: name,
    approvedOn: z.string().nullable(),
    worksHere: z.boolean(),
  }),
  settings: z.object({ 'exams.chairApprovedBy': z.string() }),
  check({ year, chair, approvedOn, worksHere }, settings) {
    if (!chair) return refused({ year }, 'board', 'none');
    if (worksHere) return refused({ name: chair }, 'board', 'worksHere');
    const by = `${year - 1}-${settings['exams.chairApprovedBy']}`;
    if (!approvedOn) return refused({ by }, 'board', 'notApproved');
    // a late approval is a breach of the college to be shown, not a reason to cancel the graduates' exam
    return approvedOn > by ? conditional(approvedOn, { by, on: approvedOn }, 'late') : ok;
  },
});

/** Who has to be at the exam besides experts and graduates. */
export const presentRule = defineRule({
  ...DE,
  id: 'DE-13',
  facts: z.object({
    witness: z.boolean(),
    technical: z.boolean(),
    chief: z.boolean(),
    line: z.number().int(),
    witnessMarks: z.boolean(),
  }),
  check({ witness, technical, chief, line, witnessMarks }) {
    if (!chief) return refused({}, 'chief', 'chief');
    if (!technical) return refused({}, 'technical', 'technical');
    if (!witness) return refused({}, 'witness');
    if (witnessMarks) return refused({}, 'witness', 'marks');
    return line === 0 ? refused({}, 'line', 'line') : ok;
  },
});

/** Points are set in the presence of a member of the board who is not in the expert group. */
export const witnessRule = defineRule({
  ...DE,
  id: 'DE-18',
  facts: z.object({ witness: z.boolean() }),
  check: ({ witness }) => (witness ? ok : refused({}, 'witness')),
});

/** A person and a workplace serve one session a day. */
export const bookingRule = defineRule({
  ...OWN,
  id: 'EX-01',
  facts: z.object({
    busy: z.array(z.object({ what: z.enum(['person', 'workplace']), name: z.string(), session: z.string() })),
    lacking: z.number().int(),
  }),
  check({ busy: [one], lacking }) {
    if (one) return refused({ name: one.name, session: one.session }, 'day', one.what);
    return lacking > 0 ? refused({ count: lacking }, 'workplaces') : ok;
  },
});

/** Everybody who was asked has answered. */
export const answeredRule = defineRule({
  ...OWN,
  id: 'EX-10',
  facts: z.object({ waiting: z.array(z.string()) }),
  check: ({ waiting: [one] }) => (one ? refused({ name: one }, 'experts') : ok),
});
