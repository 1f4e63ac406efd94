import { z } from 'zod';
import { command, day, id, listOf, nothing, page, query } from '../../platform/use-case/contract.ts';
import { importEntries } from './contract-imports.ts';

export { IMPORT_KINDS, MAX_UPLOAD_BYTES } from './contract-imports.ts';

export const NEED_KINDS = ['new', 'replacement', 'project'] as const;
export const CONFIDENCES = ['low', 'mid', 'high'] as const;
export const LINE_STATES = ['stated', 'confirmed', 'withdrawn'] as const;
export const CAMPAIGN_STATES = ['draft', 'open', 'closed'] as const;

const text = (most: number) => z.string().trim().min(1).max(most);
const year = z.coerce.number().int().min(2000).max(2100);
const code = text(40);

export const lineRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  municipalityId: id,
  municipality: z.string(),
  occupation: z.string(),
  occupationName: z.string().nullable(),
  year: z.number().int(),
  kind: z.enum(NEED_KINDS),
  count: z.number().int(),
  confidence: z.enum(CONFIDENCES),
  reason: z.string().nullable(),
  spoCode: z.string().nullable(),
  source: z.string(),
  state: z.enum(LINE_STATES),
  statedOn: day,
  rev: z.number().int(),
});

/** One row of the enterprise's own table: who, where, of what kind; a cell per year. */
export const myRow = z.object({
  key: z.string(),
  occupation: z.string(),
  name: z.string().nullable(),
  spoCode: z.string().nullable(),
  municipalityId: id,
  municipality: z.string(),
  kind: z.enum(NEED_KINDS),
  reason: z.string().nullable(),
  confidence: z.enum(CONFIDENCES),
  cells: z.array(
    z.object({
      id,
      year: z.number().int(),
      count: z.number().int(),
      state: z.enum(LINE_STATES),
      rev: z.number().int(),
    }),
  ),
});

/** A question of the questionnaire; the campaign holds them as data. */
export const question = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  block: text(100),
  label: text(300),
  kind: z.enum(['integer', 'decimal', 'text', 'choice', 'yesNo', 'day']),
  choices: z.array(text(100)).max(50).optional(),
  required: z.boolean().default(false),
  hint: z.string().max(300).optional(),
});

export const campaignRow = z.object({
  id,
  title: z.string(),
  year: z.number().int(),
  firstYear: z.number().int(),
  lastYear: z.number().int(),
  opensOn: day,
  closesOn: day,
  state: z.enum(CAMPAIGN_STATES),
  answered: z.number().int(),
  enterprises: z.number().int(),
  questions: z.array(question),
});

/** Response of one group of enterprises; null where the group would tell of one of them. */
export const responseRow = z.object({
  key: z.string(),
  name: z.string(),
  enterprises: z.number().int().nullable(),
  answered: z.number().int().nullable(),
  headcount: z.number().int().nullable(),
  answeredHeadcount: z.number().int().nullable(),
  withheld: z.boolean(),
});

export const projectRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  municipalityId: id.nullable(),
  municipality: z.string().nullable(),
  startYear: z.number().int(),
  jobs: z.number().int(),
  statedJobs: z.number().int(),
  source: z.string(),
  rev: z.number().int(),
});

export const vacancyRow = z.object({
  id,
  source: z.string(),
  externalId: z.string(),
  employer: z.string().nullable(),
  title: z.string(),
  occupation: z.string().nullable(),
  occupationName: z.string().nullable(),
  municipality: z.string().nullable(),
  openedOn: day.nullable(),
  workPlaces: z.number().int(),
  /** Kopecks a month. */
  salaryMin: z.number().int().nullable(),
  salaryMax: z.number().int().nullable(),
  duplicate: z.boolean(),
  closed: z.boolean(),
  /** Already part of a need line. */
  accepted: z.boolean(),
  counts: z.boolean(),
});

/** Places of one enterprise, occupation and municipality that stand open too long. */
export const vacancyLine = z.object({
  organisationId: id,
  organisation: z.string(),
  municipalityId: id,
  municipality: z.string(),
  occupation: code,
  occupationName: z.string().nullable(),
  cards: z.number().int(),
  places: z.number().int(),
  oldestOn: day,
});

const whose = { organisationId: id.optional() };

export const contract = {
  listLines: query('/needs/lines', {
    input: page.extend({
      search: z.string().max(100).optional(),
      municipalityId: id.optional(),
      organisationId: id.optional(),
      occupation: code.optional(),
      year: year.optional(),
      kind: z.enum(NEED_KINDS).optional(),
      state: z.enum(LINE_STATES).optional(),
    }),
    output: listOf(lineRow).extend({
      people: z.number().int(),
      enterprises: z.number().int(),
      /** Lines of defence plants that this person may not see one by one. */
      hidden: z.number().int(),
    }),
    summary: 'Need lines this person may see, with totals over all that match',
  }),
  getMyNeeds: query('/needs/mine', {
    input: z.object(whose),
    output: z.object({
      organisation: z.object({ id, name: z.string(), municipalityId: id.nullable() }),
      campaign: campaignRow.pick({ id: true, title: true, closesOn: true, questions: true }).nullable(),
      years: z.array(z.number().int()),
      rows: z.array(myRow),
      people: z.number().int(),
      toConfirm: z.number().int(),
      answer: z.object({
        state: z.enum(['none', 'draft', 'submitted', 'checked', 'returned']),
        fields: z.record(z.string(), z.unknown()),
        rev: z.number().int(),
      }),
      occupations: z.array(z.object({ code: z.string(), name: z.string() })),
      municipalities: z.array(z.object({ id, name: z.string() })),
    }),
    summary: 'An enterprise’s own table of needs: a row per occupation, a cell per year',
  }),
  saveLines: command('/needs/lines/save', {
    input: z.object({
      ...whose,
      occupation: code,
      municipalityId: id.optional(),
      kind: z.enum(NEED_KINDS).exclude(['project']),
      reason: z.string().trim().max(500).nullable().optional(),
      confidence: z.enum(CONFIDENCES).default('mid'),
      spoCode: z.string().trim().max(20).nullable().optional(),
      // judged in words of the field, not of the schema: halves and negatives are the commonest slip
      years: z
        .array(z.object({ year, count: z.number(), rev: z.number().int().optional() }))
        .min(1)
        .max(20),
    }),
    output: z.object({ saved: z.number().int() }),
    summary: 'Needs of one occupation over the years; 0 withdraws the line of that year',
  }),
  confirmLines: command('/needs/lines/confirm', {
    input: z.object(whose),
    output: z.object({ confirmed: z.number().int() }),
    summary: 'The enterprise confirms its stated lines and hands in its answer',
  }),
  withdrawLine: command('/needs/lines/{id}/withdraw', {
    input: z.object({ id, rev: z.number().int(), reason: text(300) }),
    output: nothing,
    summary: 'Withdraws one need line, with a reason',
  }),
  copyLastYear: command('/needs/lines/copy', {
    input: z.object(whose),
    output: z.object({ copied: z.number().int() }),
    summary: 'Repeats last year’s needs one year on where nothing is stated yet',
  }),
  saveMyAnswer: command('/needs/answer/save', {
    input: z.object({ ...whose, fields: z.record(z.string(), z.unknown()), rev: z.number().int() }),
    output: z.object({ rev: z.number().int() }),
    summary: 'Answers to the questionnaire of the open campaign',
  }),
  listCampaigns: query('/needs/campaigns', {
    input: nothing,
    output: z.object({ rows: z.array(campaignRow) }),
    summary: 'Survey campaigns with how many answered',
  }),
  getCampaign: query('/needs/campaigns/{id}', {
    input: z.object({ id }),
    output: campaignRow.extend({ bySize: z.array(responseRow), bySection: z.array(responseRow) }),
    summary: 'A campaign with response by size class and section of OKVED',
  }),
  saveCampaign: command('/needs/campaigns/save', {
    input: z
      .object({
        id: id.optional(),
        title: text(200),
        year,
        firstYear: year,
        lastYear: year,
        opensOn: day,
        closesOn: day,
        questions: z.array(question).max(100).optional(),
      })
      .refine((it) => it.lastYear >= it.firstYear, { path: ['lastYear'], message: 'needs:error.yearsOrder' })
      .refine((it) => it.closesOn >= it.opensOn, { path: ['closesOn'], message: 'needs:error.daysOrder' }),
    output: z.object({ id }),
    summary: 'A campaign as a draft; without questions it gets the usual questionnaire',
  }),
  moveCampaign: command('/needs/campaigns/{id}/move', {
    input: z.object({ id, to: z.enum(['open', 'closed']) }),
    output: z.object({ asked: z.number().int() }),
    summary: 'Opens a campaign (every enterprise gets its task) or closes it',
  }),
  copyCampaign: command('/needs/campaigns/{id}/copy', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Next year’s campaign as a draft, everything one year on',
  }),
  listProjects: query('/needs/projects', {
    input: page,
    output: listOf(projectRow).extend({ jobs: z.number().int() }),
    summary: 'Investment projects and the jobs they bring',
  }),
  saveProject: command('/needs/projects/save', {
    input: z.object({
      id: id.optional(),
      rev: z.number().int().optional(),
      code: text(40),
      name: text(300),
      organisationId: id.nullable(),
      municipalityId: id.nullable(),
      startYear: year,
      jobs: z.number().int().min(1).max(100_000),
      source: text(300),
    }),
    output: z.object({ id, rev: z.number().int() }),
    summary: 'Adds or changes an investment project',
  }),
  listVacancies: query('/needs/vacancies', {
    input: page.extend({ search: z.string().max(100).optional(), counting: z.coerce.boolean().optional() }),
    output: listOf(vacancyRow).extend({ places: z.number().int(), counting: z.number().int() }),
    summary: 'Vacancy cards: evidence of demand, and which of them count by the rule',
  }),
  listVacancyLines: query('/needs/vacancies/lines', {
    input: nothing,
    output: z.object({
      rows: z.array(vacancyLine),
      year,
      rule: z.object({
        openDays: z.number().int(),
        placesCap: z.number().int(),
        repeatDays: z.number().int(),
      }),
      /** Groups of cards that an enterprise's own line of that year already covers. */
      covered: z.number().int(),
    }),
    summary: 'Need lines that vacancies would become by the dated rule; nothing of it is done',
  }),
  acceptVacancyLines: command('/needs/vacancies/lines/accept', {
    input: z.object({
      lines: z
        .array(vacancyLine.pick({ organisationId: true, municipalityId: true, occupation: true }))
        .min(1)
        .max(500),
    }),
    output: z.object({ lines: z.number().int(), people: z.number().int() }),
    summary: 'Turns vacancies open too long into stated need lines, to be confirmed by the enterprise',
  }),
  ...importEntries,
};
