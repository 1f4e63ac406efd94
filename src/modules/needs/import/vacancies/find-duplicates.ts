import { titleKey } from '../../../../platform/sheets/index.ts';
import { VACANCY_RULE } from '../../rules/vacancy-rule.ts';
import type { VacancyRow } from './vacancy-row.ts';

/** What tells two cards apart. */
export type ComparedCard = Pick<
  VacancyRow,
  | 'row'
  | 'externalId'
  | 'title'
  | 'employer'
  | 'enterprise'
  | 'inn'
  | 'profession'
  | 'region'
  | 'location'
  | 'municipality'
  | 'lat'
  | 'lon'
  | 'openedOn'
  | 'salaryMin'
  | 'salaryMax'
  | 'duplicateOf'
>;

const days = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** Where a card is, near enough to tell two sites of one plant: about two kilometres. */
function spot(row: ComparedCard): string {
  if (row.lat !== null && row.lon !== null) return `${Math.round(row.lat * 50)}:${Math.round(row.lon * 25)}`;
  return row.municipality ?? titleKey(row.location ?? row.region ?? '');
}

function keyOf(row: ComparedCard): string {
  const who = row.inn ?? row.enterprise ?? (row.employer === null ? null : titleKey(row.employer));
  const what = `${row.profession ?? ''}|${titleKey(row.title)}|${spot(row)}`;
  return who === null ? `?|${what}|${row.salaryMin}|${row.salaryMax}` : `${who}|${what}`;
}

const named = (row: ComparedCard) => row.inn !== null || row.enterprise !== null || row.employer !== null;

/**
 * Links cards that repeat another: one employer, one profession, one title, one place. The oldest is the card, the
 * others point at it. Without an employer the salary must agree too, and the cards lie within `repeatDays`.
 */
export function linkDuplicates<C extends ComparedCard>(
  rows: readonly C[],
  { repeatDays } = VACANCY_RULE,
): C[] {
  const groups = new Map<string, C[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const linked: C[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    group.sort((a, b) => (a.openedOn ?? '9').localeCompare(b.openedOn ?? '9') || a.row - b.row);
    let first = group[0] as C;
    let last = first;
    for (const row of group.slice(1)) {
      const apart =
        !named(row) &&
        (row.openedOn === null || last.openedOn === null || days(row.openedOn, last.openedOn) > repeatDays);
      if (apart) first = row;
      else {
        row.duplicateOf = first.externalId;
        linked.push(row);
      }
      last = row;
    }
  }
  return linked;
}

/** Of several records with one id the one changed last; the others are to be refused. Gives refused row → kept row. */
export function repeatedIds(rows: readonly VacancyRow[]): Map<VacancyRow, VacancyRow> {
  const kept = new Map<string, VacancyRow>();
  const repeated = new Map<VacancyRow, VacancyRow>();
  for (const row of rows) {
    const key = `${row.source}|${row.externalId}`;
    const before = kept.get(key);
    if (!before) kept.set(key, row);
    else if ((row.changedOn ?? '') > (before.changedOn ?? '')) {
      kept.set(key, row);
      repeated.set(before, row);
    } else repeated.set(row, before);
  }
  // A chain of three points at the one that stayed.
  for (const [row] of repeated) repeated.set(row, kept.get(`${row.source}|${row.externalId}`) ?? row);
  return repeated;
}
