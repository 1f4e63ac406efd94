import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '../../server/demo/load-reference.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { edgesOn, noteUnknownCode, splitByCrosswalk } from './index.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
  await world.db.transaction().execute((tx) => loadReference(tx, world.newId));
});

const clerk = () => world.as('min_edu_specialist');
interface Item {
  code: string;
  name: string;
  status: string;
  to: string | null;
}
const items = async (list: string, more: object = {}) =>
  (await world.call<{ rows: Item[]; total: number }>('classifiers.listItems', { list, ...more }, clerk()))
    .rows;

describe('lists', () => {
  it('say where they come from and what is still to be compared; a comparison takes the mark away', async () => {
    const lists = async () =>
      (
        await world.call<{
          rows: { code: string; toCheck: string | null; source: string; open: boolean; listed: number }[];
        }>('classifiers.listLists', {}, world.as('visitor'))
      ).rows;
    const spo = (await lists()).find(({ code }) => code === 'spo');
    expect(spo).toMatchObject({ open: false });
    expect(spo?.toCheck).toBeTruthy();
    expect(spo?.listed).toBeGreaterThan(100);
    await world.call(
      'classifiers.checkList',
      { list: 'spo', how: 'приказ 336, редакция 2026 года' },
      clerk(),
    );
    expect((await lists()).find(({ code }) => code === 'spo')?.toCheck).toBeNull();
  });
  it('are searched by the beginning of a code, by a part of a name and through a typing error', async () => {
    expect((await items('spo', { search: '15.01.05' }))[0]?.code).toBe('15.01.05');
    expect((await items('spo', { search: 'сварщ' })).map(({ code }) => code)).toContain('15.01.05');
    expect((await items('spo', { search: 'сваршик' })).map(({ code }) => code)).toContain('15.01.05');
    expect(await items('spo', { search: '%' })).toEqual([]);
  });
});

describe('items', () => {
  it('a new form of training is added on screen and offered at once', async () => {
    const { code } = await world.call<{ code: string }>(
      'classifiers.saveItem',
      { list: 'training_form', name: 'Вечерняя мастерская', axis: 'form', parent: 'practice-oriented' },
      clerk(),
    );
    expect(await items('training_form', { search: 'Вечерняя' })).toMatchObject([
      { code, status: 'added', axis: 'form' },
    ]);
    const second = await world.call<{ code: string }>(
      'classifiers.saveItem',
      { list: 'training_form', name: 'Ещё одна' },
      clerk(),
    );
    expect(second.code).not.toBe(code);
    await world.call('classifiers.endItem', { list: 'training_form', code, on: '2026-12-01' }, clerk());
    expect((await items('training_form', { search: 'Вечерняя' }))[0]?.to).toBe('2026-11-30');
    expect(await items('training_form', { search: 'Вечерняя', on: '2026-12-01' })).toEqual([]);
  });
  it('an approved list takes no item from the screen and keeps its names', async () => {
    await expect(
      world.call('classifiers.saveItem', { list: 'spo', code: '99.01.01', name: 'Новая' }, clerk()),
    ).rejects.toMatchObject({ key: 'classifiers:error.closedList' });
    await expect(
      world.call('classifiers.saveItem', { list: 'spo', code: '15.01.05', name: 'Иначе' }, clerk()),
    ).rejects.toMatchObject({ fields: [{ path: 'code' }] });
    await expect(
      world.call('classifiers.saveItem', { list: 'training_form', name: 'Чужая' }, world.as('enterprise_hr')),
    ).rejects.toMatchObject({ status: 403 });
  });
  it('an unknown code is kept, counted by place, and named by a person or by a list', async () => {
    const note = (code: string, place: string) =>
      world.db
        .transaction()
        .execute((tx) => noteUnknownCode(tx, { list: 'spo', code, place, today: '2026-11-23' }));
    expect(await note('15.01.05', 'файл')).toBe(false);
    for (const place of ['файл', 'файл', 'заявка']) expect(await note('98.01.01', place)).toBe(true);
    expect(await note('98.01.02', 'файл')).toBe(true);
    const unknown = async () =>
      (
        await world.call<{ rows: { code: string; times: number; places: object[] }[] }>(
          'classifiers.listUnknownCodes',
          {},
          clerk(),
        )
      ).rows;
    expect(await unknown()).toMatchObject([
      {
        code: '98.01.01',
        times: 3,
        places: [
          { place: 'файл', times: 2 },
          { place: 'заявка', times: 1 },
        ],
      },
      { code: '98.01.02', times: 1 },
    ]);
    await world.call(
      'classifiers.saveItem',
      { list: 'spo', code: '98.01.01', name: 'Мастер чего-то' },
      clerk(),
    );
    expect((await unknown()).map(({ code }) => code)).toEqual(['98.01.02']);
  });
});

describe('loading a list', () => {
  const file = (text: string) => new File([text], 'список.csv', { type: 'text/csv' });
  interface Preview {
    rows: object[];
    missing: string[];
    counts: { rows: number; refused: number };
    remarks: { address: string; level: string }[];
    effect: Record<string, number>;
  }
  const preview = (text: string, choose?: string) =>
    world.call<Preview>('classifiers.previewUpload', { list: 'ugs', file: file(text), choose }, clerk());
  const apply = (rows: object[], more: object = {}) =>
    world.call<Record<string, number>>(
      'classifiers.applyUpload',
      {
        list: 'ugs',
        rows,
        source: 'приказ',
        licence: 'открытые данные',
        asOf: '2026-11-23',
        complete: false,
        ...more,
      },
      clerk(),
    );

  it('shows what would change and stores nothing, then stores it; a second load changes nothing', async () => {
    await world.db
      .transaction()
      .execute((tx) =>
        noteUnknownCode(tx, { list: 'ugs', code: '77.00.00', place: 'файл', today: '2026-11-23' }),
      );
    const before = await items('ugs', { limit: 500 });
    const first = before.find(({ status }) => status === 'listed');
    const text = `Код;Наименование\n${first?.code};Новое имя\n77.00.00;Бывшая неизвестная\n78.00.00;Совсем новая\n;Без кода\n`;
    const seen = await preview(text);
    expect(seen.counts).toMatchObject({ rows: 4, refused: 1 });
    expect(seen.remarks).toMatchObject([{ address: 'A5', level: 'error' }]);
    expect(seen.effect).toMatchObject({ added: 1, changed: 1, recognised: 1 });
    expect(await items('ugs', { limit: 500 })).toEqual(before);
    expect(await apply(seen.rows)).toEqual({ added: 1, changed: 1, recognised: 1, ended: 0 });
    expect(await apply(seen.rows)).toEqual({ added: 0, changed: 0, recognised: 0, ended: 0 });
    expect((await items('ugs', { search: '77.00.00' }))[0]).toMatchObject({
      status: 'listed',
      name: 'Бывшая неизвестная',
    });
  });
  it('a column under a strange title is chosen by hand', async () => {
    const text = 'Что это;Шифр группы\nМашиностроение;15.00.00\n';
    expect((await preview(text, '{"0":"name","1":"code"}')).rows).toMatchObject([
      { code: '15.00.00', name: 'Машиностроение' },
    ]);
  });
  it('the whole list ends what it lacks, erases nothing, and never goes back to an older edition', async () => {
    const all = await items('ugs', { limit: 500 });
    const kept = all.filter(({ status }) => status === 'listed').slice(0, 3);
    const { ended } = await apply(
      kept.map(({ code, name }) => ({ code, name })),
      { asOf: '2026-12-01', complete: true },
    );
    expect(ended).toBe(all.filter(({ status }) => status === 'listed').length - 3);
    expect(await items('ugs', { limit: 500 })).toHaveLength(all.length);
    await expect(apply([{ code: '1', name: 'a' }])).rejects.toMatchObject({ fields: [{ path: 'asOf' }] });
    await expect(
      apply(
        [
          { code: '1', name: 'a' },
          { code: '1', name: 'b' },
        ],
        { asOf: '2026-12-02' },
      ),
    ).rejects.toMatchObject({ key: 'classifiers:error.twice' });
  });
});

describe('the crosswalk', () => {
  const edge = (more: object = {}) => ({
    fromList: 'spo',
    fromCode: '98.01.01',
    toList: 'occupation',
    toCode: '7212.01',
    weight: 0.6,
    basis: 'expert',
    from: '2026-09-01',
    source: 'совещание',
    ...more,
  });
  const save = (more: object = {}) => world.call<{ id: string }>('classifiers.saveEdge', edge(more), clerk());
  const row = async (on?: string) =>
    (
      await world.call<{
        rows: { unmapped: number; edges: { id: string; weight: number; reviewer: string | null }[] }[];
      }>(
        'classifiers.listCrosswalk',
        { fromList: 'spo', toList: 'occupation', search: '98.01.01', on },
        clerk(),
      )
    ).rows[0];

  it('shows a code without edges as wholly unmapped, refuses what goes above one, keeps the old weight for its days', async () => {
    expect(await row()).toMatchObject({ unmapped: 1, edges: [] });
    await save();
    const other = (await items('occupation', { limit: 5 })).find(({ code }) => code !== '7212.01')?.code;
    await save({ toCode: other, weight: 0.3 });
    expect((await row())?.unmapped).toBeCloseTo(0.1, 9);
    await expect(save({ toCode: other, weight: 0.41 })).rejects.toMatchObject({
      rule: 'crosswalk-weight',
      fields: [{ path: 'weight' }],
    });
    const { id } = await save({ toCode: other, weight: 0.4, from: '2026-10-01' });
    expect((await row('2026-09-30'))?.unmapped).toBeCloseTo(0.1, 9);
    expect(await row()).toMatchObject({
      unmapped: 0,
      edges: [{ weight: 0.6, reviewer: 'Проверкин П.' }, { weight: 0.4 }],
    });
    await expect(save({ toCode: other, weight: 0.2, from: '2026-09-15' })).rejects.toMatchObject({
      key: 'classifiers:error.laterEdge',
    });
    await expect(save({ toCode: 'нет' })).rejects.toMatchObject({ fields: [{ path: 'toCode' }] });
    await world.call('classifiers.endEdge', { id, on: '2026-11-01' }, clerk());
    const edges = await edgesOn(world.db, { fromList: 'spo', toList: 'occupation', day: '2026-11-23' });
    expect(splitByCrosswalk(10, edges.get('98.01.01') ?? [])).toEqual({
      parts: [{ toCode: '7212.01', amount: 6 }],
      unmapped: 4,
    });
  });
  it('every shipped code keeps its sum at one or below', async () => {
    const { rows } = await sql<{
      most: number;
    }>`select max(sum) as most from (select sum(weight) from classifiers.edge
      where valid @> '2026-11-23'::date group by from_list, from_code, to_list) s`.execute(world.db);
    expect(rows[0]?.most).toBeLessThanOrEqual(1);
  });
});
