import { foldToDigits } from './lookalikes.ts';
import { bad, excelError, good, type Input, type Normalised, repair, SPACES, take } from './types.ts';

export interface DateOptions {
  /** Earliest and latest day, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
// Serials of 1954-10-03 … 2119: below lie plausible counts and years.
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
/** Two-digit years below this belong to this century. */
const PIVOT = 50;

const two = (n: number) => String(n).padStart(2, '0');

/** `YYYY-MM-DD` of a real day, or null (31 February, month 13). */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** Day of a spreadsheet's serial number (1900 system), `YYYY-MM-DD`. */
export function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  // «мая», «май»: the shortest stem must not swallow «март».
  const found = MONTHS.findIndex((stem, i) => (i === 4 ? /^ма[йя]$/.test(lower) : lower.startsWith(stem)));
  return found < 0 ? null : found + 1;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  twoDigits: boolean;
}

function partsOf(text: string): Parts | null {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), twoDigits: false };
  const dmy = /^(\d{1,2})\s?[-./,]\s?(\d{1,2})\s?[-./,]\s?(\d{4}|\d{2})(?:\s?г\.?)?(?:[T ]\d.*)?$/i.exec(
    text,
  );
  const words = /^[«"]?(\d{1,2})[»"]?[\s.-]+(\p{L}+)\.?[\s.-]+(\d{4}|\d{2})(?:\s?(?:г\.?|года))?$/iu.exec(
    text,
  );
  const found = dmy ?? words;
  if (!found) return null;
  const month = dmy ? Number(dmy[2]) : monthOf(found[2] ?? '');
  if (month === null) return null;
  const shown = found[3] ?? '';
  const year = shown.length === 2 ? Number(shown) + (Number(shown) < PIVOT ? 2000 : 1900) : Number(shown);
  return { year, month, day: Number(found[1]), twoDigits: shown.length === 2 };
}

function fromSerial(serial: number): Normalised<string> {
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return bad('notDate', { value: serial });
  const day = dayOfSerial(serial);
  return good(day, [repair('dateSerial', { from: serial, to: day })]);
}

function parse(input: Input): Normalised<string> {
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  if (taken.kind === 'empty') return good<string>(null);
  if (taken.kind === 'date') return good(taken.text.slice(0, 10));
  if (taken.kind === 'boolean') return bad('notDate', { value: taken.text });
  if (typeof taken.value === 'number') return fromSerial(taken.value);
  const text = taken.text.replace(SPACES, ' ').trim();
  if (text === '') return good<string>(null);
  if (/^[-–—]$/.test(text)) return good<string>(null, [repair('dash')]);
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  const parts = partsOf(text) ?? partsOf(foldToDigits(text));
  if (!parts) return bad('notDate', { value: text });
  const day = dayOf(parts.year, parts.month, parts.day);
  if (!day) return bad('noSuchDay', { value: text });
  if (parts.twoDigits) return good(day, [repair('twoDigitYear', { from: text, to: day })]);
  return good(day, day === taken.text ? [] : [repair('dateText', { from: text, to: day })]);
}

/**
 * A day as `YYYY-MM-DD` from a date cell, `dd.mm.yyyy`, `yyyy-mm-dd`, `1 сентября 2024 г.` or a spreadsheet's serial
 * number (20000…80000). Day before month, always: it is the Russian order. Years of two digits: below 50 → 20xx.
 */
export function normaliseDate(input: Input, options: DateOptions = {}): Normalised<string> {
  const result = parse(input);
  if (!result.ok || result.value === null) return result;
  if (options.min !== undefined && result.value < options.min) {
    return bad('tooEarly', { value: result.value, min: options.min });
  }
  if (options.max !== undefined && result.value > options.max) {
    return bad('tooLate', { value: result.value, max: options.max });
  }
  return result;
}
