import { readFileSync } from 'node:fs';
import { type WriteColumn, writeSheet } from '../../../../platform/sheets/index.ts';
import { type ImportLists, VACANCY_RULE } from '../../../needs/index.ts';
import type { OutcomeRow } from '../../../programmes/index.ts';
import { GRADUATION } from '../compute/shares.ts';
import { loadReference } from '../read/reference.ts';
import type { OutputFiles } from '../write/make-output.ts';
import type { Texts } from '../write/texts.ts';
import { readSources, type Sources } from './read-sources.ts';

export interface TrialOptions {
  /** Day of the facts: vacancies are aged to it, its year is the last one known. */
  asOf: string;
  region: string;
  /** Year whose graduates the monitoring form tells of. */
  graduates: number;
}

export interface Trial {
  files: OutputFiles;
  sources: Sources;
}

interface Code {
  name: string;
  months9: number | null;
}

/** One place stands for the region: the form names no municipalities. */
const PLACE = 'region';
const CENTRE = { lat: 51.83, lon: 107.58 };
const RETENTION = 0.84;
const GROUP = 25;
/** Specialties and professions where the list gives no length: the usual ones after nine classes. */
const usualMonths = (code: string) => (code.slice(3, 5) === '01' ? 34 : 46);
/** A card older than this is taken for closed: the files do not say when a vacancy was. */
const STALE_DAYS = 365;

function spoList(): Map<string, Code> {
  const url = new URL('../../../../../region/reference/spo.json', import.meta.url);
  const { rows } = JSON.parse(readFileSync(url, 'utf8')) as { rows: (Code & { code: string })[] };
  return new Map(rows.map((it) => [it.code, it]));
}

/**
 * A plan folder out of files that were not collected for it: a monitoring form as the supply side, vacancy files as
 * evidence of demand. Everything taken for granted on the way is told in `region.json`.
 */
export async function assembleTrial(
  dir: string,
  options: TrialOptions,
  { t, platform }: Texts,
): Promise<Trial> {
  const { asOf, region, graduates } = options;
  const reference = loadReference();
  const base = Number(asOf.slice(0, 4));
  const horizon = { from: base + 1, to: base + 7 };
  const lists: ImportLists = {
    occupations: reference.occupations.map(({ code, name, okpdtr }) => ({ code, name, okpdtr })),
    places: [],
    region: null,
    enterprises: null,
    programmes: null,
    horizon,
    asOf,
  };
  const sources = await readSources(dir, lists, ({ id, params }) => platform(id, params));
  const totals = sources.outcomes.filter((it) => it.line === 1 && it.graduates > 0);
  const supply = supplyTables(totals, base, graduates);
  const vacancies = vacancyRows(sources, asOf);
  const unknown = [...new Set(totals.map((it) => it.code))].filter((it) => !spoList().has(it)).length;
  const assumptions = [
    ...sources.accounts.map((it) => t('trial.account', { ...it })),
    t('trial.supply', { year: graduates, blocks: totals.length, people: sum(totals, (it) => it.graduates) }),
    t('trial.pipeline'),
    t('trial.licences', { retention: RETENTION, group: GROUP }),
    t('trial.place'),
    t('trial.inField'),
    ...(unknown > 0 ? [t('trial.codes', { count: unknown })] : []),
    t('trial.vacancies', {
      cards: sources.vacancies.length,
      taken: vacancies.rows.length,
      ...vacancies.left,
      days: STALE_DAYS,
    }),
    t('trial.otherRegions'),
    ...(sources.unused.length > 0 ? [t('trial.unused', { count: sources.unused.length })] : []),
  ];
  const settings = {
    code: 'trial',
    name: region,
    trial: true,
    decisionYear: base + 1,
    horizon,
    asOf,
    // extracts of hh.ru name no employer: without them a trial would have no demand at all
    backlog: {
      days: VACANCY_RULE.openDays,
      years: 2,
      withoutEmployer: true,
    },
    assumptions,
    sources: sources.accounts,
  };
  const csv = (titles: string[], rows: (string | number | null)[][]) => {
    const columns: WriteColumn[] = titles.map((title) => ({ title, kind: 'general' }));
    return writeSheet({ tables: [{ name: 'table', columns, rows }], yes: '1', no: '0' }, { format: 'csv' });
  };
  const files: OutputFiles = new Map([['region.json', `${JSON.stringify(settings, null, 1)}\n`]]);
  files.set(
    'municipalities.csv',
    await csv(
      ['code', 'name', 'kind', 'lat', 'lon', 'rural', 'zone', 'zone_name'],
      [[PLACE, region, 'district', CENTRE.lat, CENTRE.lon, 0, PLACE, region]],
    ),
  );
  for (const [name, { titles, rows }] of Object.entries(supply))
    files.set(`${name}.csv`, await csv(titles, rows));
  files.set('vacancies.csv', await csv(CARD_COLUMNS, vacancies.rows));
  for (const { file, report } of sources.reports)
    files.set(`sources/${file.replaceAll('/', '-')}.report.json`, `${JSON.stringify(report, null, 1)}\n`);
  return { files, sources };
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

interface Table {
  titles: string[];
  rows: (string | number | null)[][];
}

/** Colleges, programmes, licences, cohorts and outcomes out of the form's blocks. */
function supplyTables(totals: OutcomeRow[], base: number, graduated: number): Record<string, Table> {
  const list = spoList();
  const names = [...new Set(totals.map((it) => it.college))].sort();
  const college = new Map(names.map((name, i) => [name, `col-${String(i + 1).padStart(2, '0')}`]));
  const codes = [...new Set(totals.map((it) => it.code))].sort();
  const programme = (code: string) => `${code}-9-full-time`;
  const months = (code: string) => list.get(code)?.months9 ?? usualMonths(code);
  const years = (code: string) => Math.ceil(months(code) / 12);
  const intake = (row: OutcomeRow) => Math.max(1, Math.round(row.graduates / RETENTION));
  const groups = (row: OutcomeRow) => Math.ceil(intake(row) / GROUP);
  const own = (name: string) => totals.filter((it) => it.college === name);
  /** Students now, `left` years before their diploma, of whom as many will graduate as did in the form. */
  const cohort = (row: OutcomeRow, left: number) => {
    const yearly = (RETENTION / GRADUATION) ** (1 / years(row.code));
    return Math.round(row.graduates / (GRADUATION * yearly ** left));
  };
  return {
    colleges: {
      titles: ['code', 'name', 'municipality', 'capacity'],
      rows: names.map((name) => [
        college.get(name) ?? '',
        name,
        PLACE,
        // Room for what it teaches now and one more group: the form says nothing of rooms.
        sum(own(name), (it) => (groups(it) * GROUP + GROUP) * years(it.code)),
      ]),
    },
    programmes: {
      titles: ['programme', 'spo_code', 'name', 'base', 'form', 'months'],
      rows: codes.map((code) => [
        programme(code),
        code,
        list.get(code)?.name ?? code,
        9,
        'full-time',
        months(code),
      ]),
    },
    licences: {
      titles: ['college', 'programme', 'capacity', 'last_year', 'last_seats', 'new'],
      rows: totals.map((it) => [
        college.get(it.college) ?? '',
        programme(it.code),
        (groups(it) + 1) * GROUP,
        base,
        intake(it),
        0,
      ]),
    },
    students: {
      titles: ['college', 'programme', 'intake_year', 'funding', 'count', 'graduation_year'],
      rows: totals.flatMap((it) =>
        Array.from({ length: years(it.code) }, (_, i) => [
          college.get(it.college) ?? '',
          programme(it.code),
          base + 1 + i - years(it.code),
          'quota',
          cohort(it, i + 1),
          base + 1 + i,
        ]),
      ),
    },
    outcomes: {
      titles: [
        'college',
        'programme',
        'year',
        'graduates',
        'in_field',
        'self_employed',
        'army',
        'further_study',
        'parental_leave',
      ],
      rows: totals.map((it) => [
        college.get(it.college) ?? '',
        programme(it.code),
        graduated,
        it.graduates,
        null,
        it.entrepreneurs + it.selfEmployed,
        it.army,
        it.furtherStudy,
        it.parentalLeave,
      ]),
    },
  };
}

/** All that tells two cards apart, so that a card taken once is not taken for a double later. */
const CARD_COLUMNS = [
  ...['id', 'inn', 'employer', 'title', 'occupation', 'code_profession', 'location', 'lat', 'lon'],
  ...['created', 'work_places', 'salary_min', 'salary_max'],
];
const rubles = (kopecks: number | null) => (kopecks === null ? null : kopecks / 100);

/** Cards that can speak of this year, each once, and how many were left out and why. */
function vacancyRows({ vacancies }: Sources, asOf: string) {
  const left = { doubled: 0, undated: 0, later: 0, stale: 0, closed: 0 };
  const oldest = Date.parse(asOf) - STALE_DAYS * 86_400_000;
  const files = [...new Set(vacancies.map((it) => it.file))];
  const rows = vacancies.flatMap(({ file, row }) => {
    const day = row.openedOn?.slice(0, 10);
    if (row.duplicateOf !== null) left.doubled++;
    else if (!day) left.undated++;
    else if (day > asOf) left.later++;
    else if (Date.parse(day) < oldest) left.stale++;
    else if (row.state === 'closed') left.closed++;
    else
      return [
        [
          `v${files.indexOf(file) + 1}-${row.row}`,
          row.inn,
          row.employer,
          row.title,
          row.occupation,
          row.profession,
          row.location ?? row.region,
          row.lat,
          row.lon,
          day,
          row.statedPlaces,
          rubles(row.salaryMin),
          rubles(row.salaryMax),
        ],
      ];
    return [];
  });
  return { rows, left };
}
