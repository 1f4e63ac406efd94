import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';

let world: TestWorld;
const me = () => world.as('min_edu_specialist');
const names = async (as = me(), list = 'order-rows') =>
  (await world.call<{ rows: { name: string }[] }>('views.listViews', { list }, as)).rows.map(
    ({ name }) => name,
  );
const save = (name: string, content: object = { sort: 'need' }, as = me(), list = 'order-rows') =>
  world.call('views.saveView', { list, name, content }, as);

beforeAll(async () => {
  world = await freshWorld();
});

test('a view is kept under its name for its person and its table, on every device', async () => {
  await save('Сварщики');
  await save('Нехватка');
  await save('Сварщики', { sort: 'seats' });
  await save('Моё', {}, me(), 'needs');
  expect(await names()).toEqual(['Нехватка', 'Сварщики']);
  const { rows } = await world.call<{ rows: object[] }>('views.listViews', { list: 'order-rows' }, me());
  expect(rows[1]).toEqual({ name: 'Сварщики', content: { sort: 'seats' } });
  const other = world.as('min_edu_specialist', { personId: world.newId() });
  expect(await names(other)).toEqual([]);
  await world.call('views.dropView', { list: 'order-rows', name: 'Сварщики' }, other);
  expect(await names()).toEqual(['Нехватка', 'Сварщики']);
  await world.call('views.dropView', { list: 'order-rows', name: 'Сварщики' }, me());
  expect(await names()).toEqual(['Нехватка']);
  expect(await names(me(), 'needs')).toEqual(['Моё']);
});

test('neither too many nor too large, and not for a visitor', async () => {
  await expect(save('Толстый', { text: 'я'.repeat(20_000) })).rejects.toMatchObject({ status: 413 });
  for (let i = 0; i < 50; i++) await save(`Вид ${i}`, {}, me(), 'full');
  await expect(save('Ещё', {}, me(), 'full')).rejects.toMatchObject({ key: 'views:error.tooMany' });
  await save('Вид 7', { again: true }, me(), 'full');
  expect(await names(me(), 'full')).toHaveLength(50);
  await expect(save('Чужой', {}, world.as('visitor'))).rejects.toMatchObject({ status: 401 });
});
