import { VACANCY_RULE } from '../../rules/vacancy-rule.ts';
import type { ImportLists } from '../lists.ts';
import type { Proposal } from '../report.ts';
import type { Unready, VacancyRow } from './vacancy-row.ts';

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

/** What the rule looks at. */
export type JudgedCard = Pick<
  VacancyRow,
  'duplicateOf' | 'state' | 'inn' | 'enterprise' | 'openedOn' | 'occupation'
>;

/**
 * Why a card is no need yet, by the first cause that holds: doubled, closed, without employer, date or occupation,
 * or open for `openDays` days or less on `asOf`. Null: it counts.
 */
export function unreadyOf(row: JudgedCard, asOf: string, { openDays } = VACANCY_RULE): Unready | null {
  if (row.duplicateOf !== null) return 'duplicate';
  if (row.state === 'closed') return 'closed';
  if (row.inn === null && row.enterprise === null) return 'noEmployer';
  if (row.openedOn === null) return 'noDate';
  if (row.occupation === null) return 'noOccupation';
  const open = (Date.parse(asOf) - Date.parse(row.openedOn)) / 86_400_000;
  return open > openDays ? null : 'young';
}

/** Need lines that the cards would become: places by employer, occupation and municipality. To be accepted by a person. */
export function proposeLines(rows: readonly VacancyRow[], lists: ImportLists): Proposal[] {
  const lines = new Map<string, VacancyRow[]>();
  for (const row of rows) {
    if (row.unready !== null) continue;
    const key = [row.inn ?? row.enterprise, row.occupation, row.municipality ?? ''].join('|');
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  const names = new Map(lists.occupations.map((it) => [it.code, it.name]));
  return [...lines.values()].map((cards) => {
    const [first] = cards as [VacancyRow];
    const places = cards.reduce((sum, it) => sum + it.workPlaces, 0);
    const occupation = first.occupation ?? '';
    return {
      kind: 'need-line',
      text: text('proposal.line', {
        employer: first.employer ?? first.inn ?? first.enterprise ?? '',
        occupation: names.get(occupation) ?? occupation,
        places,
        cards: cards.length,
      }),
      rows: cards.map((it) => it.row),
      facts: {
        inn: first.inn,
        enterprise: first.enterprise,
        occupation,
        municipality: first.municipality,
        places,
        cards: cards.length,
      },
    };
  });
}
