import { createHash } from 'node:crypto';
import {
  type CellValue,
  type Message,
  type Normalised,
  normaliseDate,
  normaliseDecimal,
  normaliseDigits,
  normaliseInteger,
  normaliseText,
} from '../../../../platform/sheets/index.ts';
import { innIsRight, ogrnIsRight } from '../../../registry/index.ts';
import { VACANCY_RULE, type VacancyRule } from '../../rules/vacancy-rule.ts';
import type { ImportLists } from '../lists.ts';
import { RowLedger, receivedNumber } from '../report.ts';
import type { Card, CardField } from './card.ts';
import { isNothing, isOpenStatus, isRouble, PHONE } from './normalise/vacancy-words.ts';
import type { VacancyRow } from './vacancy-row.ts';

/** Places that a card counts for, of those it states. */
export const countedPlaces = (stated: number, { placesCap } = VACANCY_RULE): number =>
  Math.min(stated, placesCap);

const text = (id: string, params: Record<string, string | number> = {}): Message => ({
  id: `needs:import.${id}`,
  params,
});

/** Reads fields of one card into its account. */
class CardReader {
  readonly card: Card;
  readonly ledger: RowLedger;

  constructor(card: Card) {
    this.card = card;
    this.ledger = new RowLedger(card.row);
  }

  at(field: CardField): string | null {
    return this.card.at[field] ?? null;
  }

  value(field: CardField): CellValue {
    return this.card.values[field] ?? null;
  }

  /** A value that may be left out: an unreadable one is dropped and named, the card stays. */
  soft<T>(field: CardField, result: Normalised<T>): T | null {
    if (result.ok) {
      for (const what of result.repairs) this.ledger.repair(this.at(field), what, result.value as CellValue);
      return result.value;
    }
    this.ledger.repair(
      this.at(field),
      text('repair.fieldDropped', {
        field: this.at(field) ?? field,
        value: String(this.value(field) ?? '').slice(0, 40),
      }),
    );
    return null;
  }

  text(field: CardField, maxLength = 1000): string | null {
    const received = this.value(field);
    let words = received === null ? '' : String(received);
    const bare = words.replace(/<[^<>]{1,200}>/g, ' ');
    if (bare !== words) this.ledger.repair(this.at(field), text('repair.html'));
    words = bare;
    if (field === 'location' || field === 'title') {
      const quiet = words.replace(PHONE, ' ');
      if (quiet !== words) this.ledger.repair(this.at(field), text('repair.phone'));
      words = quiet;
    }
    return this.soft(field, normaliseText(words.slice(0, maxLength)));
  }
}

function readPlaces(reader: CardReader, rule?: VacancyRule): { stated: number; counted: number } {
  const value = reader.value('places');
  if (value === null) {
    reader.ledger.count('work_places', 0, 1);
    return { stated: 1, counted: 1 };
  }
  const result = normaliseInteger(value, { sums: false });
  const stated = result.ok ? result.value : null;
  if (stated === null || stated < 1) {
    reader.ledger.refuse(reader.at('places'), text('refused.places', { value: String(value) }));
    reader.ledger.count('work_places', receivedNumber(value), 0);
    return { stated: 1, counted: 1 };
  }
  const counted = countedPlaces(stated, rule);
  if (counted < stated)
    reader.ledger.repair(reader.at('places'), text('repair.placesCapped', { stated, counted }));
  reader.ledger.count('work_places', receivedNumber(value), counted);
  return { stated, counted };
}

function readSalary(reader: CardReader, field: 'salaryMin' | 'salaryMax'): number | null {
  const value = reader.value(field);
  if (value === null) return null;
  const amount = reader.soft(field, normaliseDecimal(value, { min: 0, max: 100_000_000 }));
  return amount ? Math.round(amount * 100) : null;
}

/** A card whose source gives no id is known by its own words. */
function ownId(card: Card): string {
  const words = ['title', 'employer', 'inn', 'location', 'created', 'salaryMin', 'salaryMax'] as const;
  const parts = words.map((it) => String(card.values[it] ?? ''));
  return `sha256:${createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 20)}`;
}

function readDates(reader: CardReader, asOf: string): { openedOn: string | null; changedOn: string | null } {
  // 2026-09-15T14:21:34+0300: the day of the place where it was written, not of Greenwich.
  const day = (field: CardField) => {
    const value = reader.value(field);
    const iso = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(value)?.[0] : undefined;
    return reader.soft(field, normaliseDate(iso ?? value));
  };
  const openedOn = day('created');
  if (openedOn !== null && openedOn > asOf)
    reader.ledger.refuse(reader.at('created'), text('refused.future', { day: openedOn, asOf }));
  return { openedOn, changedOn: day('changed') };
}

function readEmployer(reader: CardReader): Pick<VacancyRow, 'inn' | 'ogrn' | 'employer' | 'enterprise'> {
  const number = (field: 'inn' | 'ogrn', lengths: number[], right: (it: string) => boolean) => {
    const value = reader.value(field);
    if (value === null) return null;
    const digits = reader.soft(field, normaliseDigits(value, lengths));
    if (digits === null || right(digits)) return digits;
    reader.ledger.repair(reader.at(field), text('repair.checkDigit', { value: digits }));
    return null;
  };
  return {
    inn: number('inn', [10, 12], innIsRight),
    ogrn: number('ogrn', [13, 15], ogrnIsRight),
    employer: reader.text('employer', 300),
    enterprise: reader.text('enterprise', 100),
  };
}

/** A card as a typed row before duplicates are looked for; occupation and place are found later. */
export function readCard(card: Card, lists: ImportLists): { row: VacancyRow; ledger: RowLedger } {
  const reader = new CardReader(card);
  const { ledger } = reader;
  for (const { cell, id, params } of card.mended) ledger.repair(cell, text(id, params));
  if (card.broken) ledger.refuse(card.broken.cell, text(card.broken.id, card.broken.params));
  const title = card.broken ? null : reader.text('title', 300);
  if (title === null && !card.broken) ledger.refuse(reader.at('title'), text('refused.noTitle'));
  const places = card.broken ? { stated: 1, counted: 1 } : readPlaces(reader, lists.vacancies);
  const currency = String(reader.value('currency') ?? '');
  const roubles = currency === '' || isRouble(currency);
  if (!roubles) ledger.repair(reader.at('currency'), text('repair.currency', { value: currency }));
  const profession = reader.value('profession') === null ? null : String(reader.value('profession')).trim();
  const status = String(reader.value('status') ?? '');
  const coordinate = (field: 'lat' | 'lon', most: number) =>
    reader.value(field) === null
      ? null
      : reader.soft(field, normaliseDecimal(reader.value(field), { min: -most, max: most }));
  const row: VacancyRow = {
    row: card.row,
    source: card.source,
    externalId: String(reader.value('id') ?? ownId(card)),
    title: title ?? '',
    ...readEmployer(reader),
    profession,
    occupation: reader.text('occupation', 20),
    occupationBy: null,
    region: reader.value('region') === null ? null : String(reader.value('region')),
    location: reader.text('location', 300),
    municipality: reader.text('place', 100),
    lat: coordinate('lat', 90),
    lon: coordinate('lon', 180),
    ...readDates(reader, lists.asOf),
    statedPlaces: places.stated,
    workPlaces: places.counted,
    salaryMin: roubles ? readSalary(reader, 'salaryMin') : null,
    salaryMax: roubles ? readSalary(reader, 'salaryMax') : null,
    education: reader.text('education', 200),
    quoted: /^(true|1|да)$/i.test(String(reader.value('quoted') ?? '')),
    state: status === '' || isOpenStatus(status) ? 'open' : 'closed',
    duplicateOf: null,
    unready: null,
  };
  const position = String(reader.value('position') ?? '');
  if (row.occupation === null && position !== '' && !isNothing(position)) row.occupation = `?${position}`;
  return { row, ledger };
}
