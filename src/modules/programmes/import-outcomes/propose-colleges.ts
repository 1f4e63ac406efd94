import { type Message, titleKey } from '../../../platform/sheets/index.ts';
import type { Proposal } from '../../needs/index.ts';
import { branchOf, initialsOf, withoutLegalForm } from './normalise/college-name.ts';

interface Spelling {
  text: string;
  rows: number[];
  bare: string;
  key: string;
}

/** Names of this length that differ by so few letters differ by a slip of the keyboard. */
const SLIP = { letters: 2, length: 12 };

/** Letters to add, drop or change to make one text of the other (Levenshtein). */
function edits(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

const text = (id: string, params: Record<string, string | number>): Message => ({
  id: `needs:outcomes.merge.${id}`,
  params,
});

function reasonOf(a: Spelling, b: Spelling): string | null {
  if (titleKey(a.text) === titleKey(b.text)) return 'spaces';
  const branch = branchOf(a.text) ?? branchOf(b.text);
  const whole = branchOf(a.text) ? b : a;
  if (branch && !branchOf(whole.text) && titleKey(withoutLegalForm(branch)) === whole.key) return 'branch';
  if (a.key === b.key) return 'legalForm';
  const initials = (one: Spelling, other: Spelling) =>
    /^[А-ЯЁ]{3,}$/.test(one.bare) && initialsOf(other.bare) === one.bare;
  if (initials(a, b) || initials(b, a)) return 'initials';
  const short = Math.min(a.key.length, b.key.length) < SLIP.length;
  return !short && edits(a.key, b.key) <= SLIP.letters ? 'slip' : null;
}

/**
 * Spellings that may be one college. Nothing is merged here: every pair waits for a person, and the typed rows keep
 * the spelling of the file. `rows` are rows of the file.
 */
export function proposeColleges(spelled: ReadonlyMap<string, number[]>): Proposal[] {
  const spellings = [...spelled].map(([written, rows]): Spelling => {
    const bare = withoutLegalForm(written);
    return { text: written, rows, bare, key: titleKey(bare) };
  });
  return spellings.flatMap((a, i) =>
    spellings.slice(i + 1).flatMap((b) => {
      const why = reasonOf(a, b);
      if (!why) return [];
      const [into, from] = a.rows.length >= b.rows.length ? [a, b] : [b, a];
      return {
        kind: why === 'branch' ? 'college-branch' : 'merge-colleges',
        text: text(why, { from: from.text, into: into.text, rows: from.rows.length }),
        rows: [...from.rows, ...into.rows].sort((x, y) => x - y),
        facts: { spellings: [from.text, into.text], rows: [from.rows.length, into.rows.length], why },
      };
    }),
  );
}
