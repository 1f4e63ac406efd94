import type { CellValue } from '../../../../platform/sheets/index.ts';
import type { Card, CardField, VacancySource } from './card.ts';

type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Value at `a.b.0.c`; undefined when the path breaks off. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (Array.isArray(inner) ? inner[Number(key)] : isPlain(inner) ? inner[key] : undefined),
      value,
    );
}

const scalar = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

type Paths = Partial<Record<CardField, string | string[]>>;

const API: Paths = {
  id: 'id',
  title: 'job-name',
  position: 'typicalPosition',
  profession: 'code_profession',
  employer: 'company.name',
  inn: 'company.inn',
  ogrn: 'company.ogrn',
  created: 'creation-date',
  changed: ['date_modify', 'modify-date'],
  places: 'work_places',
  salaryMin: 'salary_min',
  salaryMax: 'salary_max',
  currency: 'currency',
  region: 'region.region_code',
  location: 'addresses.address.0.location',
  lat: 'addresses.address.0.lat',
  lon: 'addresses.address.0.lng',
  education: ['requirement.education', 'education'],
  quoted: 'is_quoted',
};

const DUMP: Paths = {
  id: 'id',
  title: 'vacancy_name',
  position: 'typical_position',
  profession: 'code_profession',
  employer: ['full_company_name', 'company.name'],
  inn: ['company_inn', 'company.inn'],
  ogrn: ['company_code', 'company.ogrn'],
  created: 'date_create',
  changed: 'date_modify',
  places: 'work_places',
  salaryMin: 'salary_min',
  salaryMax: 'salary_max',
  region: 'state_region_code',
  location: ['vacancy_address_additional_info', 'vacancy_address'],
  lat: 'vacancy_address_latitude',
  lon: 'vacancy_address_longitude',
  education: 'education',
  status: 'status',
  quoted: 'is_quoted',
};

const HH: Paths = {
  id: 'id',
  title: 'name',
  position: 'professional_roles.0.name',
  employer: 'employer.name',
  created: ['initial_created_at', 'created_at', 'published_at'],
  changed: 'published_at',
  salaryMin: 'salary.from',
  salaryMax: 'salary.to',
  currency: 'salary.currency',
  location: ['address.city', 'area.name'],
  lat: 'address.lat',
  lon: 'address.lng',
};

function cardOf(record: unknown, row: number, source: VacancySource, paths: Paths): Card {
  const card: Card = { row, source, values: {}, at: {}, mended: [] };
  if (!isPlain(record)) return { ...card, broken: { cell: null, id: 'refused.notRecord', params: {} } };
  for (const [field, path] of Object.entries(paths) as [CardField, string | string[]][]) {
    for (const one of typeof path === 'string' ? [path] : path) {
      const value = scalar(at(record, one));
      card.at[field] ??= one;
      if (value === null || value === '') continue;
      card.values[field] = value;
      card.at[field] = one;
      break;
    }
  }
  if (source === 'hh-api' && record.archived === true) card.values.status = 'archived';
  if (record.deleted === true) card.values.status = 'deleted';
  return card;
}

const cards = (list: readonly unknown[], source: VacancySource, paths: Paths) =>
  list.map((it, i) => cardOf(it, i + 1, source, paths));

/** Cards of a parsed JSON document of trudvsem (API answer, dump) or hh.ru (search, one card); null for another. */
export function readJsonCards(document: unknown): Card[] | null {
  const api = at(document, 'results.vacancies');
  if (Array.isArray(api)) {
    const records = api.map((it) => (isPlain(it) && isPlain(it.vacancy) ? it.vacancy : it));
    return cards(records, 'trudvsem-api', API);
  }
  const dump = at(document, 'vacancies');
  if (Array.isArray(dump)) return cards(dump, 'trudvsem-dump', DUMP);
  const items = at(document, 'items');
  if (Array.isArray(items)) return cards(items, 'hh-api', HH);
  const list = Array.isArray(document) ? document : [document];
  const [first] = list;
  if (!isPlain(first)) return null;
  if ('area' in first && 'name' in first) return cards(list, 'hh-api', HH);
  if ('job-name' in first) return cards(list, 'trudvsem-api', API);
  return 'vacancy_name' in first ? cards(list, 'trudvsem-dump', DUMP) : null;
}
