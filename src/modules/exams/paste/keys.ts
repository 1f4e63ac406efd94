// cyrillic: forms of property that people put before a name, and words by which a chief expert is marked
import { titleKey } from '../../../platform/sheets/index.ts';

const FORMS =
  /(^|\s)(когпобу|когпоау|кгпобу|гбпоу|гапоу|гпоу|спб|фгбоу|во|спо|ооо|оао|пао|зао|ао|ип)(?=\s|$)/g;

/** A house's name without quotes, signs and its form of property: two spellings of one college are one. */
export const houseKey = (text: string): string =>
  titleKey(text)
    .replace(/[«»"'„“”.,()№-]/g, ' ')
    .replace(FORMS, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** «15.01.05; 23.00.00» → parts; a code among words is taken out of them. */
export const codesOf = (text: string): string[] =>
  text
    .split(/\s*[;,\n]\s*/)
    .map((one) => one.match(/\d{2}\.\d{2}\.\d{2}/)?.[0] ?? titleKey(one))
    .filter(Boolean);

export const partsOf = (text: string): string[] => text.split(/\s*[;,\n]\s*/).filter(Boolean);

/** Whether the word in a column of levels gives the right to lead; no word gives none. */
export const mayLead = (text: string): boolean =>
  /главн|чемпионат|сертифи|менеджер|^да$|^\+$|^1$|^x$|^х$/.test(titleKey(text));

/** Days in «1–5 июня», «01.06.2027», «01.06.2027 – 05.06.2027»: only full dates are understood; else none. */
export function daysAway(text: string, among: readonly string[]): Set<string> {
  const out = new Set<string>();
  for (const part of text.split(/[;,\n]/)) {
    const dates = [...part.matchAll(/(\d{1,2})\.(\d{1,2})\.(\d{4})/g)].map(
      ([, d = '', m = '', y = '']) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    );
    const [from, to = from] = dates;
    if (!from || !to) continue;
    for (const day of among) if (day >= from && day <= to) out.add(day);
  }
  return out;
}
