import { titleKey } from '../../../platform/sheets/index.ts';

type Funding = 'quota' | 'target' | 'paid';
type Form = 'full-time' | 'part-time' | 'distance';

/** «бюджет», «КЦП», «внебюджет», «по договору», «целевое» as colleges' systems write them; null when unclear. */
export function fundingOf(text: string): Funding | null {
  const key = titleKey(text);
  if (/целев/.test(key)) return 'target';
  if (/внебюдж|вне бюдж|плат|договор|коммерч|полн\S* возмещ|физическ/.test(key)) return 'paid';
  if (/бюдж|кцп|контрольн|госзадан|субсид|казн/.test(key)) return 'quota';
  return null;
}

export function formOf(text: string): Form | null {
  const key = titleKey(text);
  if (/очно заоч/.test(key)) return 'part-time';
  if (/заоч/.test(key)) return 'distance';
  return /очн|дневн/.test(key) ? 'full-time' : null;
}

/** «основное общее», «9 классов» → 9; «среднее общее», «11» → 11. */
export function baseOf(text: string): 9 | 11 | null {
  const key = titleKey(text);
  if (/(^|\D)9(\D|$)|основн/.test(key)) return 9;
  return /(^|\D)11(\D|$)|средн/.test(key) ? 11 : null;
}

export function sexOf(text: string): 'f' | 'm' | null {
  const key = titleKey(text);
  if (/^(м|муж\S*|m|male)$/.test(key)) return 'm';
  return /^(ж|жен\S*|f|female)$/.test(key) ? 'f' : null;
}

export type ContingentStatus = 'studying' | 'leave' | 'gone';

/** What a file says of a student's state; an empty cell means that the student studies. */
export function statusOf(text: string): ContingentStatus | null {
  const key = titleKey(text);
  if (/академ|отпуск/.test(key)) return 'leave';
  if (/отчисл|выбыл|выпущ|выпускн|закончил|окончил|перевед/.test(key)) return 'gone';
  return /обуча|учит|студент|активн|зачисл|восстан|продолж/.test(key) ? 'studying' : null;
}

/** A group's code without the signs people put in and leave out: «СВ-24», «св 24» and «СВ24» are one. */
export const groupKey = (code: string) => titleKey(code).replace(/[^\p{L}\p{N}]/gu, '');

/** «3 года 10 месяцев», «2 г. 10 мес.», «10 месяцев» → months. */
export function monthsOf(text: string): number | null {
  const years = /(\d+)\s*(г(?:ода?|\.)?|лет)(?=[\s.,]|$)/iu.exec(text);
  const months = /(\d+)\s*мес/iu.exec(text);
  if (!years && !months) return null;
  return Number(years?.[1] ?? 0) * 12 + Number(months?.[1] ?? 0);
}
