import { expect, test } from 'vitest';
import { addAccount } from '../platform/identity/index.ts';
import { demoWorld } from './demo-world.ts';
import { freshWorld } from './world.ts';

const people = async (world: Awaited<ReturnType<typeof freshWorld>>) =>
  (await world.db.selectFrom('registry.person').select('id').orderBy('id').execute()).map(({ id }) => id);

test('the region is kept and given back also where a table bears a word of SQL and was used before', async () => {
  const world = await freshWorld();
  const { personId } = world.as('admin');
  const account = { email: 'anna@example.org', password: 'a-long-password', personId: personId ?? '' };
  await addAccount(world.db, { ...account, name: 'Anna' });
  const filled = await people(await demoWorld());
  const again = await people(await demoWorld());
  expect(filled.length).toBeGreaterThan(100);
  expect(again.filter((id) => filled.includes(id))).toHaveLength(filled.length - 1);
});
