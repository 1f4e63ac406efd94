import { type CellValue, type Sheet, sheetOfRows } from '../../../../platform/sheets/index.ts';
import { TABLES } from './tables.ts';

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const plain = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/**
 * An answer of the trudvsem API as a table with the columns of `vacancies`, so that both ways in are checked alike.
 * Row n + 1 of the table is card n of the answer. Null when the document is no such answer.
 */
export function tableOfCards(document: unknown): Sheet | null {
  const cards = record(record(document).results).vacancies;
  if (!Array.isArray(cards)) return null;
  const names = Object.keys(TABLES.vacancies);
  const rows = cards.map((item) => {
    const card = record(record(item).vacancy);
    const company = record(card.company);
    const address = record(list(record(card.addresses).address)[0]);
    const values: Record<string, CellValue> = {
      id: plain(card.id),
      inn: plain(company.inn),
      employer: plain(company.name),
      title: plain(card['job-name']),
      code_profession: plain(card.code_profession),
      location: plain(address.location),
      lat: plain(address.lat),
      lon: plain(address.lng),
      created: plain(card['creation-date']),
      work_places: plain(card.work_places),
      salary_min: plain(card.salary_min),
      salary_max: plain(card.salary_max),
    };
    return names.map((name) => values[name] ?? null);
  });
  return sheetOfRows('vacancies', [names, ...rows]);
}
