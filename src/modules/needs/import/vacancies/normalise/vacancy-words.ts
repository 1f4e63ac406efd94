import type { MappedField } from '../../../../../platform/sheets/index.ts';

/** Columns of our own table of vacancies and of hh.ru extracts, by the titles people give them. */
export const VACANCY_FIELDS: MappedField[] = [
  { id: 'id', titles: ['id', 'номер вакансии', 'vacancy_id'] },
  { id: 'title', titles: ['title', 'name', 'название', 'вакансия', 'наименование вакансии', 'профессия'] },
  { id: 'profession', titles: ['code_profession', 'ОКПДТР', 'код профессии'] },
  { id: 'occupation', titles: ['occupation', 'код занятия', 'занятие'] },
  { id: 'enterprise', titles: ['enterprise', 'код предприятия'] },
  { id: 'employer', titles: ['employer', 'работодатель', 'company', 'организация', 'предприятие'] },
  { id: 'inn', titles: ['inn', 'ИНН'] },
  {
    id: 'created',
    titles: [
      'created',
      'published_at',
      'дата публикации',
      'опубликована',
      'created_at',
      'дата создания',
      'creation_date',
    ],
  },
  { id: 'places', titles: ['work_places', 'рабочих мест', 'количество мест', 'число мест'] },
  { id: 'salaryMin', titles: ['salary_min', 'salary_from', 'зарплата от', 'оплата от'] },
  { id: 'salaryMax', titles: ['salary_max', 'salary_to', 'зарплата до', 'оплата до'] },
  { id: 'currency', titles: ['salary_currency', 'валюта', 'currency'] },
  { id: 'location', titles: ['area_name', 'адрес', 'место работы', 'город'] },
  { id: 'place', titles: ['municipality', 'муниципалитет', 'район'] },
  { id: 'lat', titles: ['lat', 'latitude', 'широта'] },
  { id: 'lon', titles: ['lon', 'longitude', 'долгота', 'lng'] },
];

const ROUBLES = /^(rur|rub|руб\.?|рублей|₽)$/i;

/** Whether a salary is in roubles: «руб.» comes in guillemets, hh writes RUR. */
export const isRouble = (currency: string) => ROUBLES.test(currency.replace(/[«»"\s]/g, ''));

/** Words by which a source says that a card is open. */
export const isOpenStatus = (status: string) => /^(accepted|одобрен|открыт|open|active)/i.test(status.trim());

/** «Ничего не выбрано»: the source's word for nothing. */
export const isNothing = (text: string) => /^(ничего не выбрано|не указан[оа]?|нет)$/i.test(text.trim());

/** A telephone number inside a free text, with the words that announce it. */
export const PHONE =
  /(?:[,;]?\s*(?:контактный\s+)?(?:номер\s+)?(?:телефон\p{L}*|тел\.?|моб\.?)\s*:?\s*)?(?<!\d)(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/giu;

/** Shortest name of a place that may be searched for inside an address. */
const LEAST_PLACE = 4;

/** An address as words, for the search of a place in it. */
export const wordsOf = (address: string) =>
  ` ${address
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()} `;

/** Whether an address names the place: whole words, never a part of one. */
export function namesPlace(address: string, name: string): boolean {
  const bare = wordsOf(name).trim();
  return bare.length >= LEAST_PLACE && address.includes(` ${bare} `);
}
