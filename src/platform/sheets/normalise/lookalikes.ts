// Pairs that look the same in the usual fonts. Lower-case pairs are only those really alike.
const LATIN = 'ABCEHKMOPTXYaceopxy';
const CYRILLIC = 'АВСЕНКМОРТХУасеорху';

const toCyrillic = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC[i] as string]));
const toLatin = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN[i] as string]));

export type Script = 'cyrillic' | 'latin';

const isCyrillic = (ch: string) => /\p{Script=Cyrillic}/u.test(ch);
const isLatin = (ch: string) => /\p{Script=Latin}/u.test(ch);

/** Script that the unmistakable letters of a text speak for; null when there are none or as many of both. */
export function scriptOf(text: string): Script | null {
  let cyrillic = 0;
  let latin = 0;
  for (const ch of text) {
    if (isCyrillic(ch) && !toLatin.has(ch)) cyrillic += 1;
    else if (isLatin(ch) && !toCyrillic.has(ch)) latin += 1;
  }
  if (cyrillic === latin) return null;
  return cyrillic > latin ? 'cyrillic' : 'latin';
}

/** Every look-alike letter turned into the given script. */
export function foldTo(text: string, script: Script): string {
  const table = script === 'cyrillic' ? toCyrillic : toLatin;
  let out = '';
  for (const ch of text) out += table.get(ch) ?? ch;
  return out;
}

function fixWord(word: string, context: Script): string {
  const hasCyrillic = [...word].some(isCyrillic);
  const hasLatin = [...word].some(isLatin);
  if (!hasCyrillic || !hasLatin) return word;
  const cyrillic = foldTo(word, 'cyrillic');
  const latin = foldTo(word, 'latin');
  const pureCyrillic = ![...cyrillic].some(isLatin);
  const pureLatin = ![...latin].some(isCyrillic);
  if (pureCyrillic && pureLatin) return context === 'cyrillic' ? cyrillic : latin;
  if (pureCyrillic) return cyrillic;
  if (pureLatin) return latin;
  return word;
}

/**
 * Words that mix both scripts brought to one: `тeхник` (Latin e) → `техник`, `requiredС` (Cyrillic С) → `requiredC`.
 * A word of one script is left alone, and so is one that no folding makes pure. `script` decides words made of
 * look-alikes only; without it the rest of the text does, then Cyrillic.
 */
export function fixLookalikes(text: string, script?: Script): string {
  const context = script ?? scriptOf(text) ?? 'cyrillic';
  return text.replace(/\p{L}+/gu, (word) => fixWord(word, context));
}

const DIGIT_LIKE = new Map(
  Object.entries({ О: '0', о: '0', O: '0', o: '0', З: '3', з: '3', l: '1', I: '1', І: '1', '|': '1' }),
);

/** Letters that stand for digits in numbers and codes: `15.О1.05` → `15.01.05`, `З5` → `35`. */
export function foldToDigits(text: string): string {
  let out = '';
  for (const ch of text) out += DIGIT_LIKE.get(ch) ?? ch;
  return out;
}
