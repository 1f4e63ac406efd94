import type { Tx } from '../../database/index.ts';
import { rightsTable } from '../../rights/index.ts';
import {
  type Actor,
  buildHouse,
  execute,
  type Room,
  uuidV7,
  visitor,
  type World,
} from '../../use-case/index.ts';

const testRights = {
  rights: rightsTable({
    'test.rows.read': { admin: 'all', college_head: 'organisation' },
    'test.rows.erase': { admin: 'all' },
    'test.self.read': { signedIn: 'own' },
  }),
};

/** A house of one platform room alone, and a few rights of a made-up one. */
export function platformHouse(db: Tx, room: Omit<Room, 'storey'>) {
  const house = buildHouse([
    { storey: 'platform', ...room },
    { storey: 'test', name: 'test', rights: testRights, files: [] },
  ]);
  let at = new Date('2026-11-23T09:00:00Z');
  const world: World = { db, now: () => at, newId: () => uuidV7(), timeZone: 'Europe/Moscow' };
  return {
    ...world,
    house,
    setClock(moment: string) {
      at = new Date(moment);
    },
    as: (role: string, who: Partial<Actor> = {}): Actor => ({
      ...visitor(house.rightsOf(role)),
      kind: role === 'visitor' ? 'visitor' : 'person',
      role,
      verified: true,
      personId: role === 'visitor' ? null : uuidV7(),
      ...who,
    }),
    /** Calls a use case, checks the answer against the contract, gives the data. */
    async call<T>(name: string, input: unknown, actor: Actor, commandId: string | null = null): Promise<T> {
      const useCase = house.useCases.get(name);
      if (!useCase) throw new Error(`There is no use case ${name}`);
      const given = await execute(world, { name, useCase, input, actor, commandId });
      const checked = (await useCase.entry['~orpc'].outputSchema?.parseAsync(given)) as { data: T };
      return checked.data;
    },
  };
}
