/** What one field of a document must look like. */
export interface Rule {
  kind: 'text' | 'whole' | 'number' | 'flag' | 'choice' | 'list' | 'object' | 'words' | 'years';
  optional?: boolean;
  min?: number;
  max?: number;
  /** A number of people, seats or roubles: a negative one has its own message. */
  people?: boolean;
  /** A share: above one has its own message. */
  share?: boolean;
  /** A capacity: zero has its own message. */
  capacity?: boolean;
  id?: boolean;
  of?: string;
  choices?: (string | number)[];
}

const id: Rule = { kind: 'text', id: true };
const text: Rule = { kind: 'text' };
const year: Rule = { kind: 'whole', min: 1990, max: 2200 };
const people: Rule = { kind: 'whole', people: true, min: 0, max: 1e6 };
const money: Rule = { kind: 'whole', people: true, min: 0, max: 1e15 };
const room: Rule = { kind: 'whole', people: true, capacity: true, min: 1, max: 1e6 };
/** Enlarged people counts may be averages (pipeline supply). */
const average: Rule = { kind: 'number', people: true, min: 0, max: 1e6 };
const share: Rule = { kind: 'number', share: true, min: 0, max: 1 };
const positiveShare: Rule = { kind: 'number', share: true, min: 0.001, max: 1 };
const weight: Rule = { kind: 'number', people: true, min: 0.01, max: 1000 };
const may = (r: Rule): Rule => ({ ...r, optional: true });
const list = (of: string, optional = false): Rule => ({ kind: 'list', of, optional });

/** The document of docs/formats/order.md, kind by kind. */
export const rulesOf: Record<string, Record<string, Rule>> = {
  instance: {
    id: text,
    title: may(text),
    decisionYear: year,
    intakes: { kind: 'whole', min: 1, max: 7 },
    horizonYear: year,
    zones: list('zone'),
    districts: list('district'),
    occupations: list('occupation'),
    colleges: list('college'),
    programmes: list('programme'),
    workshops: list('workshop', true),
    pairs: list('pair'),
    crosswalk: list('edge'),
    reach: list('reach'),
    needs: list('need'),
    pipeline: list('pipeline', true),
    applicants: list('applicants', true),
    budgets: list('budget', true),
    centres: list('centre', true),
    courses: list('course', true),
    policies: list('policy', true),
    fairness: list('fairness', true),
    decisions: list('decision', true),
    settings: { kind: 'object', of: 'settings', optional: true },
  },
  zone: { id, name: text, applicantArea: may(id) },
  district: { id, name: text, zone: id },
  occupation: { id, name: text, priority: weight },
  college: { id, name: text, district: id, places: room, legacy: list('legacy', true) },
  legacy: { year, students: people },
  programme: {
    id,
    code: text,
    name: text,
    group: text,
    base: { kind: 'choice', choices: [9, 11] },
    form: { kind: 'choice', choices: ['full-time', 'part-time', 'evening'] },
    months: { kind: 'whole', min: 1, max: 72 },
    groupMin: { kind: 'whole', min: 1, max: 100 },
    groupMax: { kind: 'whole', min: 1, max: 100 },
    costPerStudentYear: { kind: 'whole', people: true, min: 1e5, max: 1e11 },
    dropoutPerYear: { kind: 'number', share: true, min: 0, max: 0.9 },
    graduation: positiveShare,
    armyShare: share,
    armyReturn: share,
    inField: positiveShare,
  },
  workshop: { id, name: text, college: id, capacity: room },
  pair: {
    college: id,
    programme: id,
    lastYear: people,
    maxGroups: { kind: 'whole', people: true, capacity: true, min: 1, max: 100 },
    workshop: may(id),
    budget: may(id),
    isNew: { kind: 'flag', optional: true },
    openFrom: may(year),
    minSeats: may(people),
    demand: may(people),
    maxCut: may(people),
    maxRise: may(people),
    groupMin: may({ kind: 'whole', min: 1, max: 100 }),
    groupMax: may({ kind: 'whole', min: 1, max: 100 }),
  },
  edge: { programme: id, occupation: id, share: positiveShare },
  reach: { from: id, to: id, cost: { kind: 'number', people: true, min: 0, max: 100 } },
  need: {
    occupation: id,
    zone: id,
    year,
    amount: people,
    other: may(average),
    priority: may(weight),
    lines: list('line', true),
  },
  line: { id, amount: people, confidence: share },
  pipeline: { occupation: id, zone: id, year, people: average },
  applicants: { area: id, year, base: { kind: 'choice', choices: [9, 11] }, count: people },
  budget: { id, name: text, year, amount: money, committed: may(money) },
  centre: { id, name: text, zone: id, groupsPerYear: room },
  course: {
    centre: id,
    occupation: id,
    groupMin: { kind: 'whole', min: 1, max: 200 },
    groupMax: { kind: 'whole', min: 1, max: 200 },
    maxGroups: { kind: 'whole', people: true, capacity: true, min: 1, max: 1000 },
    costPerStudent: { kind: 'whole', people: true, min: 1e5, max: 1e11 },
    success: positiveShare,
    budget: may(id),
  },
  policy: {
    id,
    name: text,
    kind: { kind: 'choice', choices: ['minSeats', 'maxSeats', 'minShare'] },
    years: { kind: 'years', optional: true },
    filter: { kind: 'object', of: 'filter', optional: true },
    seats: may(people),
    share: may({ kind: 'number', share: true, min: 0.001, max: 0.999 }),
  },
  filter: {
    programmes: { kind: 'words', optional: true },
    groups: { kind: 'words', optional: true },
    colleges: { kind: 'words', optional: true },
    districts: { kind: 'words', optional: true },
    base: may({ kind: 'choice', choices: [9, 11] }),
  },
  fairness: { id, name: text, fromYear: year, toYear: year, occupations: { kind: 'words', optional: true } },
  decision: { college: id, programme: id, year, seats: people, reason: text },
  settings: {
    discount: may({ kind: 'number', share: true, min: 0, max: 0.5 }),
    epsilon: may({ kind: 'number', share: true, min: 0, max: 0.1 }),
    integerIntakes: may({ kind: 'whole', min: 0, max: 7 }),
    newPerCollegeYear: may(people),
    openingWeight: may({ kind: 'number', min: 0, max: 1000 }),
    wasteWeight: may({ kind: 'number', min: 0, max: 1000 }),
    seed: may({ kind: 'whole', min: 0, max: 2147483647 }),
  },
};
