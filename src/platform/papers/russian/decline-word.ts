import { CASES, type Case } from './cases.ts';

export type Gender = 'm' | 'f' | 'n';

/** Endings for genitive, dative, accusative, instrumental, prepositional; `=` keeps the nominative, `G` takes the genitive. */
type Endings = [cut: number, ...ends: [string, string, string, string, string]];

function apply(word: string, [cut, ...ends]: Endings, wanted: Case, animate: boolean): string {
  if (wanted === 'nominative') return word;
  const stem = cut === 0 ? word : word.slice(0, -cut);
  const end = ends[CASES.indexOf(wanted) - 1] ?? '';
  if (end === 'AN') return animate ? stem + ends[0] : word;
  return stem + end;
}

const HARD_ADJECTIVE: Record<string, Endings> = {
  ый: [2, 'ого', 'ому', 'AN', 'ым', 'ом'],
  ой: [2, 'ого', 'ому', 'AN', 'ым', 'ом'],
  ая: [2, 'ой', 'ой', 'ую', 'ой', 'ой'],
  ое: [2, 'ого', 'ому', 'ое', 'ым', 'ом'],
  яя: [2, 'ей', 'ей', 'юю', 'ей', 'ей'],
  ее: [2, 'его', 'ему', 'ее', 'им', 'ем'],
};
const GENDER_OF_ENDING: Record<string, Gender> = {
  ый: 'm',
  ой: 'm',
  ий: 'm',
  ая: 'f',
  яя: 'f',
  ое: 'n',
  ее: 'n',
};

/** Nouns that end like adjectives. */
const NOT_ADJECTIVES = /^(санаторий|профилакторий|лекторий|гений|критерий|герой|покой|перебой)$/i;

function adjectiveEndings(word: string): Endings | null {
  const ending = word.slice(-2).toLowerCase();
  const before = word.slice(-3, -2).toLowerCase();
  if (ending === 'ий') {
    return 'гкх'.includes(before) ? [2, 'ого', 'ому', 'AN', 'им', 'ом'] : [2, 'его', 'ему', 'AN', 'им', 'ем'];
  }
  if (ending === 'ая' && 'жшчщ'.includes(before)) return [2, 'ей', 'ей', 'ую', 'ей', 'ей'];
  if (ending === 'ое' && 'гкх'.includes(before)) return [2, 'ого', 'ому', 'ое', 'им', 'ом'];
  return HARD_ADJECTIVE[ending] ?? null;
}

/** Gender of a word that looks like an adjective in the nominative singular; null for other words. */
export function adjectiveGender(word: string): Gender | null {
  if (word.length < 5 || NOT_ADJECTIVES.test(word)) return null;
  return GENDER_OF_ENDING[word.slice(-2).toLowerCase()] ?? null;
}

/** An adjective or participle in a case; `animate` decides the masculine accusative. */
export function declineAdjective(word: string, wanted: Case, animate: boolean): string {
  const endings = adjectiveEndings(word);
  return endings ? apply(word, endings, wanted, animate) : word;
}

/** Stems that lose a vowel: продавец → продавца, участок → участка. */
const FLEETING = /^(.*(?:продав|владел|кузн|предпринимател|участ|рын|спис|поселок|посёл))(?:ец|ок)$/i;
const SOFT_MASCULINE = /(тель|арь|ырь|боль|день|корабль|контроль)$/i;
const INDECLINABLE = /^(бюро|депо|ателье|пресс-бюро|кафе|шоссе|метро|жюри|портье|атташе|рантье)$/i;

function nounEndings(word: string): Endings | null {
  const lower = word.toLowerCase();
  const last = lower.slice(-1);
  const before = lower.slice(-2, -1);
  if (/ия$/.test(lower)) return [1, 'и', 'и', 'ю', 'ей', 'и'];
  if (/ие$/.test(lower)) return [1, 'я', 'ю', 'е', 'ем', 'и'];
  if (last === 'а') {
    const genitive = 'гкхжшчщ'.includes(before) ? 'и' : 'ы';
    return [1, genitive, 'е', 'у', 'жшчщц'.includes(before) ? 'ей' : 'ой', 'е'];
  }
  if (last === 'я') return [1, 'и', 'е', 'ю', 'ей', 'е'];
  if (last === 'о') return [1, 'а', 'у', 'о', 'ом', 'е'];
  if (last === 'е') return [1, 'а', 'у', 'е', 'ем', 'е'];
  if (last === 'й') return [1, 'я', 'ю', 'AN', 'ем', 'е'];
  if (last === 'ь') {
    return SOFT_MASCULINE.test(lower) ? [1, 'я', 'ю', 'AN', 'ем', 'е'] : [1, 'и', 'и', 'ь', 'ью', 'и'];
  }
  if (/[бвгдзклмнпрстфх]$/.test(lower)) return [0, 'а', 'у', 'AN', 'ом', 'е'];
  if (/[жшчщц]$/.test(lower)) return [0, 'а', 'у', 'AN', 'ем', 'е'];
  return null;
}

/** Abbreviations in capitals are not declined: КОГПОБУ, АО, ООО. */
export function isAbbreviation(word: string): boolean {
  return /^[«"(]*[А-ЯЁA-Z0-9-]{2,}[»")]*$/u.test(word);
}

function declineOne(word: string, wanted: Case, animate: boolean): { text: string; certain: boolean } {
  if (wanted === 'nominative' || INDECLINABLE.test(word) || isAbbreviation(word))
    return { text: word, certain: true };
  const fleeting = FLEETING.exec(word);
  if (fleeting) {
    const stem = `${fleeting[1]}${/ец$/i.test(word) ? 'ц' : 'к'}`;
    const ends: Endings = [0, 'а', 'у', 'AN', /ц$/.test(stem) ? 'ом' : 'ом', 'е'];
    const text = apply(stem, ends, wanted, animate);
    return { text: wanted === 'accusative' && !animate ? word : text, certain: true };
  }
  const endings = /[А-Яа-яЁё]/.test(word) ? nounEndings(word) : null;
  return endings
    ? { text: apply(word, endings, wanted, animate), certain: !/(ец|ок|ёк|мя)$/i.test(word) }
    : { text: word, certain: false };
}

/** A noun in a case, each part of a hyphenated one: учитель-логопед → учителя-логопеда. */
export function declineNoun(
  word: string,
  wanted: Case,
  animate: boolean,
): { text: string; certain: boolean } {
  if (INDECLINABLE.test(word)) return { text: word, certain: true };
  const parts = word.split('-').map((it) => declineOne(it, wanted, animate));
  return { text: parts.map((it) => it.text).join('-'), certain: parts.every((it) => it.certain) };
}
