import { expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { freshWorld } from '../../testing/world.ts';
import { houseNews } from './house-news.ts';
import { saveEvents } from './save-events.ts';

test('an open page hears the name of what happened, once, and of nothing it did not ask for', async () => {
  const frozen = await freshWorld();
  // ids are made of the real clock, and so are the looks
  const world = { ...frozen, now: () => new Date() };
  const ended = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const name of houseNews(world, ['registry.consent.withdrawn', 'end'], ended.signal)) {
      heard.push(name);
      if (name === 'end') ended.abort();
    }
  })();
  const happen = (...names: string[]) =>
    inTransaction(world.db, (tx) =>
      saveEvents(
        tx,
        names.map((name) => ({ name, payload: { personId: 'somebody' } })),
        world.now().toISOString(),
        world.newId,
      ),
    );
  await happen('registry.consent.withdrawn', 'registry.consent.withdrawn', 'needs.line.confirmed');
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual(['registry.consent.withdrawn']);
  await happen('end');
  await listening;
  expect(heard).toEqual(['registry.consent.withdrawn', 'end']);
});
