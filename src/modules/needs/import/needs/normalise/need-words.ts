import type { MappedField } from '../../../../../platform/sheets/index.ts';
import type { Confidence, NeedKind } from '../need-row.ts';

/** Titles under which people keep the columns of a need table; the first is the name of the format. */
export const NEED_FIELDS: MappedField[] = [
  { id: 'id', titles: ['id', 'номер', '№', '№ п/п', 'строка'] },
  {
    id: 'enterprise',
    titles: [
      'enterprise',
      'предприятие',
      'код предприятия',
      'организация',
      'работодатель',
      'наименование организации',
    ],
  },
  { id: 'inn', titles: ['inn', 'ИНН', 'ИНН организации', 'ИНН предприятия'] },
  {
    id: 'municipality',
    titles: [
      'municipality',
      'муниципалитет',
      'район',
      'муниципальное образование',
      'место работы',
      'город или район',
    ],
  },
  {
    id: 'occupation',
    titles: ['occupation', 'код профессии', 'код занятия', 'ОКЗ', 'ОКПДТР', 'код должности'],
  },
  {
    id: 'occupationName',
    titles: [
      'occupation_name',
      'профессия',
      'должность',
      'занятие',
      'профессия (должность)',
      'наименование профессии',
      'кто нужен',
    ],
  },
  { id: 'year', titles: ['year', 'год', 'год потребности', 'на какой год'] },
  {
    id: 'kind',
    titles: ['kind', 'вид', 'вид потребности', 'на рост или на замену', 'новое место или замена'],
  },
  {
    id: 'count',
    titles: ['count', 'число', 'количество', 'потребность', 'человек', 'сколько человек', 'численность'],
  },
  { id: 'confidence', titles: ['confidence', 'уверенность', 'надёжность', 'достоверность'] },
  { id: 'reason', titles: ['reason', 'причина', 'основание', 'примечание', 'комментарий'] },
  { id: 'project', titles: ['project', 'проект', 'инвестпроект', 'инвестиционный проект'] },
  { id: 'spoCode', titles: ['spo_code', 'код специальности', 'желаемая специальность', 'специальность'] },
];

const KINDS: [RegExp, NeedKind][] = [
  [/^(new|рост|на рост|нов|расширен|дополнит)/, 'new'],
  [/^(repl|замен|на замен|замещ|вместо|выбыт)/, 'replacement'],
  [/^(proj|проект|инвест|развит)/, 'project'],
];
const CONFIDENCES: [RegExp, Confidence][] = [
  [/^(low|низк|мало|сомн)/, 'low'],
  [/^(mid|med|средн)/, 'mid'],
  [/^(high|высок|уверен|точн)/, 'high'],
];

const wordOf = (text: string) => text.toLowerCase().replace(/ё/g, 'е').trim();

/** Kind of a need by the word people use; null for no word of ours. */
export const kindOfWord = (text: string): NeedKind | null =>
  KINDS.find(([it]) => it.test(wordOf(text)))?.[1] ?? null;

/** Confidence by the word people use; null for no word of ours. */
export const confidenceOfWord = (text: string): Confidence | null =>
  CONFIDENCES.find(([it]) => it.test(wordOf(text)))?.[1] ?? null;

/** A column of a year, «2027» or «План 2027 г.», and of a kind when the title names it. */
export function yearOfTitle(title: string): { year: number; kind: NeedKind | null } | null {
  const found = /(?<!\d)(20[2-9]\d)(?!\d)/.exec(title);
  if (!found) return null;
  const words = title.split(/[\s/,.;()]+/);
  return { year: Number(found[1]), kind: words.map(kindOfWord).find((it) => it !== null) ?? null };
}
