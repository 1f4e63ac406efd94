/** A line of a list as it was read. */
export interface StudentLine {
  name: string;
  birthDate: string | null;
  /** What is wrong with it: a message id's last word. */
  fault: 'oneWord' | 'badDate' | 'digits' | null;
}

const DATE = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{2})-(\d{2})/;

function dateOf(text: string): { day: string | null; bad: boolean } {
  const found = DATE.exec(text);
  if (!found) return { day: null, bad: false };
  const [year, month, day] = found[4] ? [found[4], found[5], found[6]] : [found[3], found[2], found[1]];
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  const good = !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === iso;
  return good ? { day: iso, bad: false } : { day: null, bad: true };
}

/** Capital letters of a name typed all in capitals: «ИВАНОВ ПЁТР» → «Иванов Пётр». */
const named = (word: string) =>
  word === word.toUpperCase() && word.length > 1
    ? word
        .toLowerCase()
        .replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => dash + letter.toUpperCase())
    : word;

/**
 * Reads a list of students as it comes from a register, a message or a spreadsheet: a number in front, name in one
 * or three cells, a birthday somewhere; heads and empty lines are passed over.
 */
export function readStudentLines(text: string): StudentLine[] {
  return text.split(/\r?\n/).flatMap((raw): StudentLine[] => {
    const line = raw.replace(/[\u00a0\t;|]+/g, ' ').trim();
    if (line === '' || /фамилия|ф\.?\s?и\.?\s?о|список|дата рожд/i.test(line)) return [];
    const { day, bad } = dateOf(line);
    const rest = line
      .replace(DATE, ' ')
      .replace(/^\s*\d+\s*[.)]?\s*/, '')
      .replace(/\s*(г\.?\s?р\.?|года рождения)\s*$/i, '')
      .replace(/[,.]+(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const name = rest.split(' ').map(named).join(' ');
    if (name === '') return [];
    const fault = bad ? 'badDate' : /\d/.test(name) ? 'digits' : name.includes(' ') ? null : 'oneWord';
    return [{ name, birthDate: day, fault }];
  });
}

/** Under 18 on a day. */
export const minorOn = (birthDate: string | null, day: string): boolean => {
  if (birthDate === null) return false;
  const grown = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`;
  return grown > day;
};
