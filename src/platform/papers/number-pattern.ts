import { Refusal } from '../use-case/refusal.ts';
import { word } from './words.ts';

export interface NumberParts {
  /** Next number of the journal. */
  seq: number;
  /** Day of registration, `YYYY-MM-DD`. */
  date: string;
  /** Index of the file list (номенклатура дел): «01-15». */
  index?: string;
  /** Letters of the kind of paper: «к», «лс». */
  letters?: string;
}

const PART = /\{(\w+)(?::(0+))?\}/g;

function refused(pattern: string, id: Parameters<typeof word>[0], part = ''): Refusal {
  return new Refusal('papers:error.badPattern', { pattern, why: word(id, { part }) });
}

/**
 * The number of a paper by an organisation's own pattern: `{index}-{seq:000}/{yy}` → `01-15-042/26`.
 * Parts: `seq`, `index`, `letters`, `yyyy`, `yy`, `mm`, `dd`; zeros after a colon give the least width.
 * Throws `Refusal` for an unknown part, a missing value or a pattern without `seq`.
 */
export function paperNumber(pattern: string, parts: NumberParts): string {
  if (!/\{seq(:0+)?\}/.test(pattern)) throw refused(pattern, 'pattern.noSequence');
  const [yyyy = '', mm = '', dd = ''] = parts.date.split('-');
  const values: Record<string, string | undefined> = {
    seq: String(parts.seq),
    index: parts.index,
    letters: parts.letters,
    yyyy,
    yy: yyyy.slice(2),
    mm,
    dd,
  };
  const number = pattern.replace(PART, (shown: string, name: string, zeros = '') => {
    if (!Object.hasOwn(values, name)) throw refused(pattern, 'pattern.unknown', shown);
    const value = values[name];
    if (value === undefined) throw refused(pattern, 'pattern.missing', shown);
    return value.padStart(zeros.length, '0');
  });
  if (/[{}]/.test(number)) throw refused(pattern, 'pattern.unknown', '{ }');
  return number;
}
