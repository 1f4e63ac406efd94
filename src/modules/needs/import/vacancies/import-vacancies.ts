import type { Workbook } from '../../../../platform/sheets/index.ts';
import { VACANCY_RULE } from '../../rules/vacancy-rule.ts';
import { nameIndex } from '../find-by-name.ts';
import type { ImportLists } from '../lists.ts';
import { type ImportResult, type Note, type Proposal, totalsOf } from '../report.ts';
import type { Card } from './card.ts';
import { linkDuplicates, repeatedIds } from './find-duplicates.ts';
import { proposeLines, unreadyOf } from './need-of-card.ts';
import { findOccupations, findPlaces } from './place-cards.ts';
import { readCard } from './read-card.ts';
import { readJsonCards } from './read-json-cards.ts';
import { readTableCards } from './read-table-cards.ts';
import type { VacancyRow } from './vacancy-row.ts';

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

/** How many unmapped titles get a list of similar occupations: the commonest, for likeness costs time. */
const LIKED = 20;

function unmapped(rows: readonly VacancyRow[], lists: ImportLists): Proposal[] {
  const titles = new Map<string, VacancyRow[]>();
  for (const row of rows) {
    if (row.occupation !== null) continue;
    const key = `${row.profession ?? ''}|${row.title.toLowerCase()}`;
    titles.set(key, [...(titles.get(key) ?? []), row]);
  }
  const names = nameIndex(
    lists.occupations,
    (it) => it.code,
    (it) => [it.name],
  );
  const commonest = [...titles.values()].sort((a, b) => b.length - a.length);
  return commonest.slice(0, LIKED).map((cards) => {
    const [first] = cards as [VacancyRow];
    const like = names.like(first.title).map((it) => `${it.code} ${it.name}`);
    const params = {
      title: first.title,
      code: first.profession ?? '',
      cards: cards.length,
      like: like.join('; '),
    };
    return {
      kind: 'unmapped-vacancy',
      text: text(like.length > 0 ? 'proposal.vacancyLike' : 'proposal.vacancy', params),
      rows: cards.map((it) => it.row),
      facts: { title: first.title, profession: first.profession, like },
    };
  });
}

function notesOf(rows: readonly VacancyRow[], { openDays } = VACANCY_RULE): Note[] {
  const share = (id: string, of: (row: VacancyRow) => boolean, params = {}): Note[] => {
    const count = rows.filter(of).length;
    return count === 0
      ? []
      : [{ text: text(`note.${id}`, { count, all: rows.length, ...params }), rows: count }];
  };
  return [
    ...share('unmapped', (it) => it.occupation === null),
    ...share('noEmployer', (it) => it.unready === 'noEmployer'),
    ...share('noDate', (it) => it.openedOn === null),
    ...share('young', (it) => it.unready === 'young', { days: openDays }),
    ...share('duplicates', (it) => it.duplicateOf !== null),
    ...share('closed', (it) => it.unready === 'closed'),
    ...share('ready', (it) => it.unready === null, { days: openDays }),
  ];
}

/** Vacancies from cards already cut out of their file. Pure; see `importVacancies`. */
export function importCards(cards: readonly Card[], lists: ImportLists): ImportResult<VacancyRow> {
  const read = cards.map((it) => readCard(it, lists));
  const good = read.filter((it) => !it.ledger.refused);
  const ledgerOf = new Map(good.map((it) => [it.row, it.ledger]));
  for (const [row, kept] of repeatedIds(good.map((it) => it.row)))
    ledgerOf.get(row)?.refuse(
      null,
      // a card without a number of its own is known by its content: a long code says nothing to people
      row.externalId.startsWith('sha256:')
        ? text('refused.repeatedContent', { row: kept.row })
        : text('refused.repeatedCard', { id: row.externalId, row: kept.row }),
    );
  const rows = good.filter((it) => !it.ledger.refused).map((it) => it.row);
  findOccupations(rows, lists);
  findPlaces(rows, lists);
  // a card that is closed hides none that is open
  for (const row of linkDuplicates(
    rows.filter((it) => it.state === 'open'),
    lists.vacancies,
  ))
    ledgerOf.get(row)?.repair(null, text('repair.duplicate', { id: row.duplicateOf ?? '' }));
  for (const row of rows) row.unready = unreadyOf(row, lists.asOf, lists.vacancies);
  const ledgers = read.map((it) => it.ledger);
  return {
    kind: 'vacancies',
    rows,
    fates: ledgers.map((it) => it.fate),
    totals: totalsOf(ledgers, ['work_places']),
    proposals: [...proposeLines(rows, lists), ...unmapped(rows, lists)],
    notes: notesOf(rows, lists.vacancies),
    present: read
      .filter((it) => it.ledger.refused)
      .map(({ row: { source, externalId } }) => ({ source, externalId })),
  };
}

/**
 * Vacancy cards of trudvsem (API answer, JSON dump), hh.ru (API, extract) or our own table. They are evidence of
 * demand: which of them become need lines is said by `unready` and proposed, not done. Pure.
 */
export function importVacancies(
  book: Workbook,
  lists: ImportLists,
  choose?: ReadonlyMap<number, string | null>,
): ImportResult<VacancyRow> {
  const json = book.document === undefined ? null : readJsonCards(book.document);
  const [sheet] = book.sheets;
  return importCards(json ?? (sheet ? readTableCards(sheet, choose) : []), lists);
}
