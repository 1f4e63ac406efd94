import type { Message } from '../types.ts';
import { foldToDigits } from './lookalikes.ts';
import { bad, excelError, good, type Input, type Normalised, repair, SPACES, take } from './types.ts';

export interface NumberOptions {
  min?: number;
  max?: number;
  /** `2+5` is read as a sum. Default true. */
  sums?: boolean;
  /** `93,4 %` is read as 0.934; a number is left as it is. */
  percent?: boolean;
}

const DASH = /^[-–—−]$/;
const UNIT = /\s*(чел(овек)?|ед(иниц[аы]?)?|шт(ук)?|мест[оа]?|час(ов|а)?|ч|руб(лей|ля|ль)?|р|₽)\.?$/iu;
const GROUPED = /^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/;

/** Digits with any separators of groups and a decimal point or comma; NaN when it is no number. */
function plainNumber(text: string): number {
  const compact = text.replace(/['’]/g, '').replace(/(?<=\d) (?=\d{3})/g, '');
  const commas = compact.split(',').length - 1;
  const points = compact.split('.').length - 1;
  let canonical = compact;
  if (commas > 0 && points > 0) {
    const decimal = compact.lastIndexOf(',') > compact.lastIndexOf('.') ? ',' : '.';
    canonical = compact.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
  } else if (commas > 1 || points > 1) {
    if (!/^[+-]?\d{1,3}([.,]\d{3})+$/.test(compact)) return Number.NaN;
    canonical = compact.replace(/[.,]/g, '');
  } else canonical = compact.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(canonical) || /^[+-]?\.\d+$/.test(canonical)
    ? Number(canonical)
    : Number.NaN;
}

interface Parsed {
  value: number | null;
  repairs: Message[];
}

function parseText(raw: string, options: NumberOptions): Parsed {
  const repairs: Message[] = [];
  const spaced = raw.replace(SPACES, ' ').trim();
  if (spaced !== raw) repairs.push(repair('spaces'));
  let text = spaced.replace(/^'/, '').replace(/[−–—](?=\d)/, '-');
  if (DASH.test(text)) return { value: null, repairs: [...repairs, repair('dash')] };
  const percent = options.percent === true && text.endsWith('%');
  if (percent) text = text.slice(0, -1).trim();
  const unit = /\d/.test(text) ? UNIT.exec(text) : null;
  if (unit) {
    text = text.slice(0, unit.index);
    repairs.push(repair('unit', { unit: unit[0].trim() }));
  }
  const digits = /\d/.test(text) ? foldToDigits(text) : text;
  if (digits !== text) {
    repairs.push(repair('digitLetters', { from: text, to: digits }));
    text = digits;
  }
  if (options.sums !== false && /^\d+(\s*\+\s*\d+)+$/.test(text)) {
    const sum = text.split('+').reduce((total, part) => total + Number(part.trim()), 0);
    return { value: sum, repairs: [...repairs, repair('sum', { from: text, to: sum })] };
  }
  if (/\d \d/.test(text) && !GROUPED.test(text)) return { value: Number.NaN, repairs };
  if (GROUPED.test(text)) repairs.push(repair('groups', { from: text }));
  const value = plainNumber(text);
  if (/\d,\d/.test(text) && !Number.isNaN(value)) repairs.push(repair('decimalComma', { from: text }));
  // Two roundings in a row would show: 93,4 % must not become 0.9340000000000001.
  return { value: percent ? Number((value / 100).toPrecision(15)) : value, repairs };
}

function parse(input: Input, options: NumberOptions): Normalised<number> {
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  if (taken.kind === 'empty') return good<number>(null);
  if (taken.kind === 'boolean') return bad('notNumber', { value: taken.text });
  if (taken.kind === 'date') return bad('dateForNumber', { value: taken.text.slice(0, 10) });
  const { value, repairs } =
    typeof taken.value === 'number' ? { value: taken.value, repairs: [] } : parseText(taken.text, options);
  if (value === null) return good<number>(null, repairs);
  if (!Number.isFinite(value)) {
    return taken.text.replace(SPACES, '') === ''
      ? good<number>(null, repairs)
      : bad('notNumber', { value: taken.text.trim() });
  }
  return good(value, repairs);
}

function within(result: Normalised<number>, options: NumberOptions): Normalised<number> {
  if (!result.ok || result.value === null) return result;
  if (options.min !== undefined && result.value < options.min) {
    return bad('tooSmall', { value: result.value, min: options.min });
  }
  if (options.max !== undefined && result.value > options.max) {
    return bad('tooBig', { value: result.value, max: options.max });
  }
  return result;
}

/** A number with decimals: decimal comma or point, groups of digits, units, percent by option. A lone dash is empty. */
export function normaliseDecimal(input: Input, options: NumberOptions = {}): Normalised<number> {
  return within(parse(input, options), options);
}

/** A whole number; a fraction is an error, not rounded. */
export function normaliseInteger(input: Input, options: NumberOptions = {}): Normalised<number> {
  const result = parse(input, options);
  if (!result.ok || result.value === null) return result;
  const whole = Math.round(result.value);
  // Spreadsheets keep 3 as 2.9999999999999996 after their own arithmetic.
  if (Math.abs(result.value - whole) > 1e-9 * Math.max(1, Math.abs(whole)))
    return bad('notWhole', { value: result.value });
  if (!Number.isSafeInteger(whole))
    return bad('tooBig', { value: result.value, max: Number.MAX_SAFE_INTEGER });
  return within(good(whole + 0, result.repairs), options);
}
