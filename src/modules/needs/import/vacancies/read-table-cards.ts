import {
  addressOf,
  type CellValue,
  proposeMapping,
  type Sheet,
  SheetRefusal,
} from '../../../../platform/sheets/index.ts';
import type { Card, CardField } from './card.ts';
import { VACANCY_FIELDS } from './normalise/vacancy-words.ts';
import { splitDump } from './split-dump.ts';

const DUMP: Partial<Record<CardField, string>> = {
  id: 'id',
  title: 'vacancyName',
  position: 'typicalPosition',
  profession: 'codeProfession',
  employer: 'fullCompanyName',
  created: 'creationDate',
  changed: 'dateModify',
  places: 'workPlaces',
  salaryMin: 'salaryMin',
  salaryMax: 'salaryMax',
  region: 'stateRegionCode',
  location: 'vacancyAddressAdditionalInfo',
  status: 'status',
  quoted: 'isQuoted',
};

/** An object from a cell of JSON; null when the cell holds none. */
function objectOf(cell: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(cell);
    const one = Array.isArray(value) ? value[0] : value;
    return typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const scalar = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

function dumpCard(row: number, cells: string[], columns: readonly string[]): Card {
  const card: Card = { row, source: 'trudvsem-csv', values: {}, at: {}, mended: [] };
  const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? '';
  const put = (field: CardField, column: string, value: CellValue) => {
    card.at[field] = addressOf(row - 1, Math.max(0, columns.indexOf(column)));
    if (value !== null && value !== '') card.values[field] = value;
  };
  for (const [field, column] of Object.entries(DUMP) as [CardField, string][])
    put(field, column, cell(column));
  const company = objectOf(cell('company'));
  put('inn', 'company', scalar(company?.inn));
  put('ogrn', 'company', scalar(company?.ogrn));
  if (!card.values.employer) put('employer', 'company', scalar(company?.name));
  if (company === null && cell('company') !== '')
    card.mended.push({ cell: card.at.inn ?? null, id: 'repair.brokenJson', params: { column: 'company' } });
  const geo = objectOf(cell('geo'));
  put('lat', 'geo', scalar(geo?.latitude ?? geo?.lat));
  put('lon', 'geo', scalar(geo?.longitude ?? geo?.lng));
  put('education', 'educationRequirements', scalar(objectOf(cell('educationRequirements'))?.educationType));
  if (/^true$/i.test(cell('deleted'))) card.values.status = 'deleted';
  return card;
}

/** Cards of the daily CSV dump; rows are lines of the file. */
export function readDumpCards(text: string): Card[] {
  const { columns, records } = splitDump(text);
  return records.map((record): Card => {
    const { line, cells, rejoined, broken } = record;
    if (broken !== null) {
      const params = { cells: broken, columns: columns.length };
      return {
        row: line,
        source: 'trudvsem-csv',
        values: {},
        at: {},
        mended: [],
        broken: { cell: null, id: 'refused.dumpCells', params },
      };
    }
    const card = dumpCard(line, cells, columns);
    for (const column of rejoined) {
      const cell = addressOf(line - 1, columns.indexOf(column));
      card.mended.push({ cell, id: 'repair.strayBar', params: { column } });
    }
    return card;
  });
}

/** Cards of a table: our own columns, or those of hh.ru extracts. Throws `SheetRefusal` without a title column. */
export function readTableCards(sheet: Sheet, choose?: ReadonlyMap<number, string | null>): Card[] {
  const mapping = proposeMapping(sheet, VACANCY_FIELDS, choose);
  const fields = mapping?.columns.flatMap(({ column, field }) =>
    field === null ? [] : [{ column, field: field as CardField }],
  );
  if (!mapping || !fields?.some((it) => it.field === 'title'))
    throw new SheetRefusal('needs:import.refused.noVacancyColumns');
  const hh = mapping.columns.some((it) => it.title === 'area_name');
  const cards: Card[] = [];
  for (let at = mapping.header.dataRow; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (cells.every((it) => it.raw.trim() === '')) continue;
    const card: Card = { row: at + 1, source: hh ? 'hh-csv' : 'table', values: {}, at: {}, mended: [] };
    for (const { column, field } of fields) {
      card.at[field] = addressOf(at, column);
      const value = cells[column]?.value ?? null;
      if (value !== null && String(value).trim() !== '') card.values[field] = value;
    }
    cards.push(card);
  }
  return cards;
}
