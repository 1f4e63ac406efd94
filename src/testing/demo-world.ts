import { inTransaction } from '../platform/database/index.ts';
import { fillDemo } from '../server/demo/fill-demo.ts';
import { freshWorld, type TestWorld } from './world.ts';

/** A world filled with the small demo region, for tests that need a region's worth of data. */
export async function demoWorld(): Promise<TestWorld> {
  const world = await freshWorld();
  await inTransaction(world.db, (tx) => fillDemo(tx, world.newId, 'small'));
  return world;
}
