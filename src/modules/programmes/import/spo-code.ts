import { foldToDigits, type Message } from '../../../platform/sheets/index.ts';

const SHAPE = /^\d{2}\.\d{2}\.\d{2}(?!\d)/;

/** `15.01.05 Сварщик`, `15.О1.05` or the day a spreadsheet made of it → the code; anything else is kept as it stands. */
export function spoCodeOf(text: string | null): { code: string | null; rest: string; repair?: Message } {
  if (text === null) return { code: null, rest: '' };
  const day = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(text);
  if (day) {
    const code = `${day[3]}.${day[2]}.${day[1]}`;
    return { code, rest: '', repair: { id: 'sheets:repair.codeFromDate', params: { from: text, to: code } } };
  }
  const head = text.slice(0, 8);
  const folded = foldToDigits(head);
  if (!SHAPE.test(folded)) return { code: text, rest: '' };
  const rest = text.slice(8).replace(/^[\s.,:;–—-]+/, '');
  if (folded === head) return { code: head, rest };
  return {
    code: folded,
    rest,
    repair: { id: 'sheets:repair.digitLetters', params: { from: head, to: folded } },
  };
}
