import type { ReadRow } from './read-table.ts';
import type { Region } from './region.ts';
import type { TableName } from './tables.ts';

export type Say = (
  row: ReadRow,
  column: string,
  id: string,
  params?: Record<string, string | number>,
) => void;

interface Context {
  region: Region;
  forms: ReadonlySet<string>;
  /** Accepted rows of the tables read before. */
  projects: ReadonlySet<string>;
}

const num = (row: ReadRow, name: string): number | null => {
  const value = row.values[name];
  return typeof value === 'number' ? value : null;
};
const str = (row: ReadRow, name: string): string => String(row.values[name] ?? '');

const OUTCOME_PARTS = [
  'in_field',
  'other_work',
  'self_employed',
  'army',
  'further_study',
  'parental_leave',
  'left_region',
  'unemployed',
];

type Check = (rows: ReadRow[], say: Say, context: Context) => void;

/** What only a whole row, or all rows of a table together, show to be wrong. */
export const ROW_CHECKS: Partial<Record<TableName, Check>> = {
  programmes(rows, say, { forms }) {
    for (const row of rows) {
      const base = num(row, 'base');
      if (base !== 9 && base !== 11) say(row, 'base', 'fault.base', { value: base ?? '' });
      if (!forms.has(str(row, 'form'))) say(row, 'form', 'fault.form', { value: str(row, 'form') });
      const gone = (num(row, 'availability') ?? 0) + (num(row, 'army') ?? 0);
      if (gone > 1 + 1e-9) say(row, 'army', 'fault.availability', { sum: gone });
    }
  },
  students(rows, say) {
    for (const row of rows) {
      const from = num(row, 'intake_year') ?? 0;
      const to = num(row, 'graduation_year') ?? 0;
      if (to <= from || to > from + 6) say(row, 'graduation_year', 'fault.graduation', { from, to });
    }
  },
  needs(rows, say, { region, projects }) {
    const base = Number(region.asOf.slice(0, 4));
    const seen = new Map<string, number>();
    for (const row of rows) {
      const year = num(row, 'year') ?? 0;
      if (year <= base || year > region.horizon.to)
        say(row, 'year', 'fault.yearOutside', { year, from: base + 1, to: region.horizon.to });
      if (row.values.kind === 'project' && projects.has(str(row, 'project')))
        say(row, 'project', 'fault.projectTwice', { project: str(row, 'project') });
      const answer = ['enterprise', 'municipality', 'occupation', 'year', 'kind']
        .map((it) => str(row, it))
        .join(' / ');
      const first = seen.get(answer);
      if (first === undefined) seen.set(answer, row.line);
      else if (row.values.kind !== 'project') say(row, 'enterprise', 'fault.twoAnswers', { answer, first });
    }
  },
  projects(rows, say, { region }) {
    const base = Number(region.asOf.slice(0, 4));
    for (const row of rows) {
      const year = num(row, 'year') ?? 0;
      if (year <= base || year > region.horizon.to)
        say(row, 'year', 'fault.yearOutside', { year, from: base + 1, to: region.horizon.to });
    }
  },
  crosswalk(rows, say) {
    const sums = new Map<string, number>();
    for (const row of rows) {
      const sum = (sums.get(str(row, 'spo_code')) ?? 0) + (num(row, 'weight') ?? 0);
      sums.set(str(row, 'spo_code'), sum);
      if (sum > 1 + 1e-9) say(row, 'weight', 'fault.weights', { code: str(row, 'spo_code'), sum });
      if (num(row, 'weight') === 0) say(row, 'weight', 'fault.zeroWeight');
    }
  },
  outcomes(rows, say) {
    for (const row of rows) {
      const parts = OUTCOME_PARTS.map((name) => num(row, name));
      const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
      const graduates = num(row, 'graduates') ?? 0;
      if (sum > graduates || (sum < graduates && parts.every((part) => part !== null)))
        say(row, 'graduates', 'fault.parts', { graduates, sum });
    }
  },
  retraining(rows, say) {
    for (const row of rows) {
      const min = num(row, 'group_min') ?? 0;
      const max = num(row, 'group_max') ?? 0;
      if (min > max) say(row, 'group_min', 'fault.groupSizes', { min, max });
    }
  },
  staff_ages(rows, say) {
    for (const row of rows) {
      const from = num(row, 'age_from') ?? 0;
      const to = num(row, 'age_to') ?? 100;
      if (from > to) say(row, 'age_to', 'fault.ages', { from, to });
    }
  },
  population_headcount(rows, say) {
    for (const row of rows) {
      const population = num(row, 'population') ?? 0;
      const respondents = num(row, 'respondents') ?? 0;
      if (respondents > population) say(row, 'respondents', 'fault.margins', { respondents, population });
    }
  },
};
