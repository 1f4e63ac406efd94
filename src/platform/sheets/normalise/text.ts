import type { Message } from '../types.ts';
import { fixLookalikes, type Script } from './lookalikes.ts';
import { excelError, good, type Input, type Normalised, repair, SPACES, take } from './types.ts';

export interface TextOptions {
  /** Script of this column: decides words made of look-alike letters only. */
  script?: Script;
  maxLength?: number;
}

/** Text that a spreadsheet would take for a formula: begins with = or @, or with + - and then a call or a pipe. */
export function looksLikeFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || /^[+-][^\d\s][^\s]*[(|!]/.test(text) || /^[+-]?\d.*\|.*!/.test(text);
}

/**
 * Clean text: composed letters (й, ё), ordinary single spaces, no invisible marks, words of one script.
 * The apostrophe that guards an exported formula is taken off; what looks like a formula stays as text and is named.
 */
export function normaliseText(input: Input, options: TextOptions = {}): Normalised<string> {
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  const repairs: Message[] = [];
  let text = taken.text;
  const composed = text.normalize('NFC');
  if (composed !== text) {
    text = composed;
    repairs.push(repair('composed'));
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  const printable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  const spaced = printable
    .replace(/\u00ad|\u200b|\u2060|\ufeff/g, '')
    .replace(SPACES, ' ')
    .trim();
  if (spaced !== text) {
    text = spaced;
    repairs.push(repair('spaces'));
  }
  if (text === '') return good<string>(null);
  if (/^'+[=+\-@\t\r]/.test(text)) {
    text = text.slice(1);
    repairs.push(repair('guardTaken'));
  }
  const fixed = fixLookalikes(text, options.script);
  if (fixed !== text) {
    repairs.push(repair('lookalikes', { from: text, to: fixed }));
    text = fixed;
  }
  if (looksLikeFormula(text)) repairs.push(repair('formulaAsText', { value: text.slice(0, 40) }));
  if (options.maxLength !== undefined && text.length > options.maxLength) {
    return {
      ok: false,
      error: { id: 'sheets:error.tooLong', params: { length: text.length, limit: options.maxLength } },
    };
  }
  return good(text, repairs);
}
