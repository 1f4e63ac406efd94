import type { Message } from '../types.ts';
import { foldToDigits } from './lookalikes.ts';
import { bad, excelError, good, type Input, type Normalised, repair, SPACES, take } from './types.ts';

export interface CodeOptions {
  /** Shapes the code may have, `0` for a digit: `00.00.00`, `00000`. The first that fits holds. */
  shapes?: string[];
}

function fits(code: string, shape: string): boolean {
  return (
    code.length === shape.length &&
    [...shape].every((ch, i) => (ch === '0' ? /\d/.test(code[i] ?? '') : ch === code[i]))
  );
}

/** Segments between points filled up with zeros as the shape wants: 8.2.1 → 08.02.01. */
function padded(code: string, shape: string): string | null {
  const parts = code.split('.');
  const wanted = shape.split('.');
  if (parts.length !== wanted.length || parts.some((it) => !/^\d+$/.test(it))) return null;
  const full = parts.map((part, i) => part.padStart(wanted[i]?.length ?? 0, '0')).join('.');
  return fits(full, shape) ? full : null;
}

/** Excel stores 15.01.05 typed into a general cell as the day 15 January 2005. */
function ofDate(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}.${month}.${year.slice(2)}`;
}

/** 15.10 became the number 15.1: the zero at the end belongs to the shape. */
function ofNumber(value: number, shapes: string[]): string {
  const text = String(value);
  for (const shape of shapes) {
    const [whole = '', part] = text.split('.');
    const [wantedWhole = '', wantedPart, more] = shape.split('.');
    if (more !== undefined || (wantedPart === undefined) !== (part === undefined)) continue;
    const full =
      whole.padStart(wantedWhole.length, '0') +
      (wantedPart ? `.${(part ?? '').padEnd(wantedPart.length, '0')}` : '');
    if (fits(full, shape)) return full;
  }
  return text;
}

function clean(text: string): { code: string; repairs: Message[] } {
  const repairs: Message[] = [];
  const bare = text.replace(SPACES, ' ').trim();
  let code = bare.replace(/^'/, '').replace(/ ?([.,]) ?/g, '$1');
  if (code !== text) repairs.push(repair('spaces'));
  const points = code.replace(/(?<=\d),(?=\d)/g, '.').replace(/[.,]+$/, '');
  if (points !== code) {
    repairs.push(repair('codePoints', { from: code, to: points }));
    code = points;
  }
  // Letters stand for digits only in a code that is otherwise digits and points.
  const digits = foldToDigits(code);
  if (digits !== code && /\d/.test(code) && /^[\d.]+$/.test(digits)) {
    repairs.push(repair('digitLetters', { from: code, to: digits }));
    code = digits;
  }
  return { code, repairs };
}

/**
 * A code of a classifier: stray spaces, commas for points, О for 0, lost zeros, and codes that a spreadsheet turned
 * into dates or numbers. With `shapes` a code of no shape is an error; without them it is kept as cleaned.
 */
export function normaliseCode(input: Input, options: CodeOptions = {}): Normalised<string> {
  const shapes = options.shapes ?? [];
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  if (taken.kind === 'boolean') return bad('codeShape', { value: taken.text, shapes: shapes.join(', ') });
  if (taken.kind === 'date') {
    const code = ofDate(taken.text);
    if (shapes.length > 0 && !shapes.some((shape) => fits(code, shape))) {
      return bad('codeShape', { value: taken.text, shapes: shapes.join(', ') });
    }
    return good(code, [repair('codeFromDate', { from: taken.text.slice(0, 10), to: code })]);
  }
  const fromNumber = typeof taken.value === 'number';
  const { code, repairs } = clean(fromNumber ? ofNumber(taken.value as number, shapes) : taken.text);
  if (code === '') return good<string>(null, []);
  if (fromNumber && code !== taken.text) repairs.push(repair('codeZeros', { from: taken.text, to: code }));
  if (shapes.length === 0 || shapes.some((shape) => fits(code, shape))) return good(code, repairs);
  for (const shape of shapes) {
    const full = padded(code, shape);
    if (full) return good(full, [...repairs, repair('codeZeros', { from: code, to: full })]);
  }
  return bad('codeShape', { value: taken.text.trim(), shapes: shapes.join(', ') });
}

/** `15.01.05 Сварщик` → code and name; null when the text does not begin with a code of the shape. */
export function splitCodeAndName(text: string, shape: string): { code: string; name: string } | null {
  const bare = text.replace(SPACES, ' ').trim();
  const head = foldToDigits(bare.slice(0, shape.length));
  if (!fits(head, shape) || /^[\d.]/.test(bare.slice(shape.length))) return null;
  return { code: head, name: bare.slice(shape.length).replace(/^[\s.,:;–—-]+/, '') };
}

/** A number of fixed length kept as text (ИНН, ОГРН, СНИЛС): lost leading zeros are given back, E-notation is an error. */
export function normaliseDigits(input: Input, lengths: number[]): Normalised<string> {
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  const raw = taken.text;
  const text = foldToDigits(raw.replace(SPACES, '').replace(/^'/, '').replace(/-/g, ''));
  if (text === '') return good<string>(null);
  const shown = lengths.join(', ');
  if (/^\d([.,]\d+)?[eе]\+?\d+$/i.test(text)) return bad('digitsRounded', { value: raw.trim() });
  const digits = text.replace(/[.,]0+$/, '');
  if (!/^\d+$/.test(digits)) return bad('notDigits', { value: raw.trim(), lengths: shown });
  if (lengths.includes(digits.length))
    return good(digits, digits === raw ? [] : [repair('digitsCleaned', { from: raw.trim(), to: digits })]);
  const longer = lengths.find((it) => it === digits.length + 1);
  if (longer !== undefined && typeof taken.value === 'number') {
    const full = digits.padStart(longer, '0');
    return good(full, [repair('codeZeros', { from: digits, to: full })]);
  }
  return bad('notDigits', { value: raw.trim(), lengths: shown });
}
