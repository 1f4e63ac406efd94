import { readFileSync } from 'node:fs';
import type { Row } from './tables.ts';

/** The product's own lists, used where the folder brings none. */
export interface Reference {
  occupations: Row<'occupations'>[];
  crosswalk: Row<'crosswalk'>[];
  /** Section letter of a class of ОКВЭД2. */
  sectionOf(okved: string | null): string;
  forms: Set<string>;
}

const load = <T>(name: string): T[] =>
  (
    JSON.parse(
      readFileSync(new URL(`../../../../../region/reference/${name}.json`, import.meta.url), 'utf8'),
    ) as { rows: T[] }
  ).rows;

export function loadReference(): Reference {
  const classes = new Map(
    load<{ code: string; parent: string | null }>('okved2').map((it) => [it.code, it.parent ?? it.code]),
  );
  return {
    occupations: load<Omit<Row<'occupations'>, 'line' | 'graduate_share' | 'priority'>>('occupations').map(
      (it) => ({ ...it, graduate_share: null, priority: null, line: 0 }),
    ),
    crosswalk: load<{ spo: string; occupation: string; weight: number }>('crosswalk').map(
      ({ spo, occupation, weight }) => ({
        spo_code: spo,
        occupation,
        weight,
        basis: 'expert' as const,
        line: 0,
      }),
    ),
    sectionOf: (okved) => classes.get((okved ?? '').slice(0, 2)) ?? '?',
    forms: new Set(
      load<{ axis: string; code: string }>('training-forms').flatMap((it) =>
        it.axis === 'form' ? [it.code] : [],
      ),
    ),
  };
}
