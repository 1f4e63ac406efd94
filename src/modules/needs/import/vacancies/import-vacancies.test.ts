import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../../platform/sheets/index.ts';
import { vacanciesKind } from '../kinds.ts';
import type { ImportLists } from '../lists.ts';
import { readImport } from '../read-import.ts';
import type { Fate, ImportResult } from '../report.ts';
import { importVacancies } from './import-vacancies.ts';
import type { VacancyRow } from './vacancy-row.ts';

const lists: ImportLists = {
  occupations: [
    { code: '7212.01', name: 'Сварщик', okpdtr: '105557' },
    { code: '7223.01', name: 'Токарь', okpdtr: null },
  ],
  places: [
    { code: 'kirov', name: 'город Киров', aliases: ['Киров'] },
    { code: 'chepetsk', name: 'Кирово-Чепецк', aliases: [] },
  ],
  region: '43',
  enterprises: null,
  programmes: null,
  horizon: { from: 2027, to: 2033 },
  asOf: '2026-11-23',
};

const card = (id: string, other: Record<string, unknown> = {}) => ({
  id,
  'job-name': 'Сварщик',
  code_profession: '105557',
  company: { name: 'ООО "Мост"', inn: '7707083893', ogrn: '1027700132195' },
  region: { region_code: '4300000000000' },
  salary_min: 60000,
  salary_max: 0,
  currency: '«руб.»',
  work_places: 2,
  'creation-date': '2026-07-01',
  date_modify: '2026-09-15T00:21:34+0300',
  addresses: {
    address: [{ location: 'Кировская область, г Кирово-Чепецк, Ленина, 1', lng: '50.0', lat: '58.5' }],
  },
  ...other,
});

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

async function api(...cards: Record<string, unknown>[]): Promise<ImportResult<VacancyRow>> {
  const document = { status: '200', results: { vacancies: cards.map((vacancy) => ({ vacancy })) } };
  return importVacancies(await readSheet(bytes(document), { name: 'ответ.json' }), lists);
}

const idsOf = (fate: Fate | undefined) =>
  fate?.status === 'refused'
    ? fate.reasons.map((it) => it.why.id)
    : fate?.status === 'repaired'
      ? fate.repairs.map((it) => it.what.id)
      : [];

describe('trudvsem', () => {
  it('reads a card of the API: kopecks, days, place, occupation, need by the rule', async () => {
    const result = await api(card('a'));
    expect(result.rows[0]).toMatchObject({
      salaryMin: 6_000_000,
      salaryMax: null,
      openedOn: '2026-07-01',
      changedOn: '2026-09-15',
      municipality: 'chepetsk',
      occupation: '7212.01',
      occupationBy: 'code',
      unready: null,
    });
    expect(result.proposals).toMatchObject([{ kind: 'need-line', facts: { places: 2, inn: '7707083893' } }]);
  });

  it('caps 99 places in one card and says so', async () => {
    const result = await api(card('a', { work_places: 99 }));
    expect(idsOf(result.fates[0])).toEqual(['needs:import.repair.placesCapped']);
    expect(result.rows[0]).toMatchObject({ statedPlaces: 99, workPlaces: 20 });
    expect(result.totals.work_places).toEqual({ before: 99, repaired: -79, refused: 0, after: 20 });
  });

  it.each([0, -1, 1.5, 'много'])('refuses %s work places', async (places) => {
    const result = await api(card('a', { work_places: places }));
    expect(idsOf(result.fates[0])).toEqual(['needs:import.refused.places']);
  });

  it('keeps of one id the card changed last, links cards alike to the oldest', async () => {
    const result = await api(
      card('a', { date_modify: '2026-08-01T00:00:00+0300' }),
      card('a', { date_modify: '2026-10-01T00:00:00+0300' }),
      card('b', { 'creation-date': '2026-05-01', salary_min: 70000 }),
      card('c', { 'job-name': 'Сварщик дверей' }),
    );
    expect(idsOf(result.fates[0])).toEqual(['needs:import.refused.repeatedCard']);
    expect(result.rows.map((it) => [it.externalId, it.duplicateOf, it.unready])).toEqual([
      ['a', 'b', 'duplicate'],
      ['b', null, null],
      ['c', null, null],
    ]);
  });

  it('mends look-alikes, markup and telephones; drops numbers with a wrong check digit', async () => {
    const result = await api(
      card('a', {
        'job-name': 'Cварщик<br/>5 разряда',
        company: { name: 'ООО "Мост"', inn: '7707083894', ogrn: '12345678901' },
        requirement: { education: 'Tребования не предъявляются' },
        addresses: { address: [{ location: 'г Киров, промзона Контактный номер телефона: 89020000000' }] },
      }),
    );
    expect(result.rows[0]).toMatchObject({
      title: 'Сварщик 5 разряда',
      inn: null,
      ogrn: null,
      education: 'Требования не предъявляются',
      location: 'г Киров, промзона',
      municipality: 'kirov',
      unready: 'noEmployer',
    });
    expect(idsOf(result.fates[0])).toEqual([
      'needs:import.repair.html',
      'sheets:repair.lookalikes',
      'needs:import.repair.checkDigit',
      'needs:import.repair.fieldDropped',
      'needs:import.repair.phone',
      'sheets:repair.spaces',
      'sheets:repair.lookalikes',
    ]);
  });

  it('says of each card why it is no need', async () => {
    const result = await api(
      card('young', { 'creation-date': '2026-10-01', 'job-name': 'Сварщик один' }),
      card('dateless', { 'creation-date': null, 'job-name': 'Сварщик два' }),
      card('jobless', { code_profession: '999999', 'job-name': 'Кто-то' }),
      card('far', { region: { region_code: '1600000000000' }, 'job-name': 'Сварщик три' }),
      card('future', { 'creation-date': '2027-01-01', 'job-name': 'Сварщик четыре' }),
    );
    expect(result.rows.map((it) => it.unready)).toEqual(['young', 'noDate', 'noOccupation', null]);
    expect(result.rows[3]?.municipality).toBeNull();
    expect(idsOf(result.fates[4])).toEqual(['needs:import.refused.future']);
  });

  const columns = [
    'id',
    'stateRegionCode',
    'vacancyName',
    'codeProfession',
    'geo',
    'company',
    'fullCompanyName',
    'dateModify',
    'workPlaces',
    'isQuoted',
    'creationDate',
    'status',
    'vacancyUrl',
    'contactList',
    'salaryMin',
    'salaryMax',
    'requiredСertificates',
    'responsibilities',
    'addressCode',
  ];
  const record = (id: string, duties: string, places = '3') =>
    [
      id,
      '4300000000000',
      'Сварщик',
      '105557',
      '{"latitude":58.5,"longitude":50.0}',
      '{"inn":"7707083893","name":"ООО \\"Мост | Сталь\\""}',
      '"Мост" ООО',
      '2026-09-01T00:00:00+0300',
      places,
      'True',
      '2026-03-01',
      'Одобрено',
      'https://trudvsem.ru/x',
      '[{"type":"a"}]',
      '50000',
      '0',
      '',
      duties,
      '43',
    ].join('|');
  const uuid = (n: number) => `ef582d98-7546-11f1-ad26-00000000000${n}`;

  it('puts a dump together: JSON in cells, stray bars, line breaks, a torn last line', async () => {
    const text = [
      columns.join('|'),
      record(uuid(1), 'варить'),
      record(uuid(2), 'варить | резать | гнуть'),
      record(uuid(3), 'первое\nвторое'),
      record(uuid(4), 'x').slice(0, 120),
    ].join('\n');
    const { result } = await readImport(
      { bytes: bytes(text), name: 'vacancy.csv' },
      'auto',
      [vacanciesKind],
      lists,
    );
    const rows = result.rows as VacancyRow[];
    // the company's JSON holds a bar in every record; the duties of the second hold two more
    expect(result.fates.map((it) => it.status)).toEqual(['repaired', 'repaired', 'repaired', 'refused']);
    expect(rows[0]).toMatchObject({
      inn: '7707083893',
      workPlaces: 3,
      quoted: true,
      state: 'open',
      lat: 58.5,
    });
    expect(idsOf(result.fates[1])).toEqual([
      'needs:import.repair.strayBar',
      'needs:import.repair.strayBar',
      'needs:import.repair.duplicate',
    ]);
    expect(idsOf(result.fates[3])).toEqual(['needs:import.refused.dumpCells']);
  });
});

describe('hh.ru', () => {
  const item = {
    id: '1',
    name: 'Токарь',
    area: { name: 'Киров (Кировская область)' },
    employer: { name: 'Завод' },
  };

  it('takes cards of the API as evidence without a need', async () => {
    const items = [
      {
        ...item,
        published_at: '2026-01-08T16:17:21+0400',
        salary: { from: 30000, to: null, currency: 'RUR' },
      },
    ];
    const result = importVacancies(await readSheet(bytes({ items, found: 1 }), { name: 'hh.json' }), lists);
    expect(result.rows[0]).toMatchObject({
      source: 'hh-api',
      employer: 'Завод',
      municipality: 'kirov',
      occupation: '7223.01',
      occupationBy: 'name',
      salaryMin: 3_000_000,
      unready: 'noEmployer',
    });
  });

  it('reads an extract without employers: the same words within sixty days are one card', async () => {
    const line = (day: string) => `Токарь,30000.0,,RUR,Вятка,${day}T10:00:00+0300`;
    const text = [
      'name,salary_from,salary_to,salary_currency,area_name,published_at',
      line('2022-01-10'),
      line('2022-02-10'),
      line('2022-06-10'),
      line('2022-06-10'),
    ].join('\n');
    const result = importVacancies(await readSheet(bytes(text), { name: 'hh.csv' }), lists);
    expect(result.rows.map((it) => it.duplicateOf !== null)).toEqual([false, true, false]);
    expect(idsOf(result.fates[3])).toEqual(['needs:import.refused.repeatedContent']);
    expect(result.notes.map((it) => it.text.id)).toContain('needs:import.note.noEmployer');
  });
});

const shared = (path: string) =>
  fileURLToPath(new URL(`../../../../../../shared/data/real/${path}`, import.meta.url));
const trudvsem = shared('trudvsem/api_v1_vacancies.sample.json');
const header = shared('trudvsem/dump_csv_header.txt');

describe('real files', () => {
  it.skipIf(!existsSync(trudvsem))('an answer of the trudvsem API', async () => {
    const result = importVacancies(await readSheet(trudvsem), { ...lists, region: null, asOf: '2026-09-23' });
    expect(result.fates).toHaveLength(5);
    expect(result.rows.map((it) => it.workPlaces)).toEqual([1, 20, 1, 1, 1]);
    expect(result.rows[3]).toMatchObject({ duplicateOf: '10286c30-ff17-11ef-91af-d549be31d974' });
    expect(JSON.stringify(result.rows)).not.toContain('89020000000');
  });

  it.skipIf(!existsSync(header))(
    'the 80 columns of the dump, two of them with a Cyrillic letter',
    async () => {
      const { dumpColumns } = await import('./split-dump.ts');
      const columns = dumpColumns(readFileSync(header, 'utf8').trim());
      expect(columns).toHaveLength(80);
      expect(columns).toContain('requiredCertificates');
      expect(columns).toContain('retrainingCondition');
    },
  );
});
