import { sql } from 'kysely';
import type { OpenDatabase, Tx } from '../platform/database/index.ts';
import { dispatchEvents, isSubscriber } from '../platform/outbox/index.ts';
import {
  type Actor,
  type Answer,
  buildHouse,
  execute,
  type House,
  uuidV7,
  visitor,
  type World,
} from '../platform/use-case/index.ts';
import { migrationFiles, tree } from '../tree.gen.ts';
import { emptyTables, openTestDatabase } from './database.ts';

type Who = Partial<
  Pick<Actor, 'organisationId' | 'personId' | 'municipalityId' | 'verified' | 'assignmentId'>
>;

export interface TestWorld extends World {
  house: House;
  opened: OpenDatabase;
  /** The clock stands still until a test moves it. */
  clock: { set(moment: string): void };
  /** An actor in a role, with the rights the house really gives it; everybody is one person unless named. */
  as(role: string, who?: Who): Actor;
  /** Calls a use case by name, checks the answer against the contract's schema, gives the data. */
  call<T = unknown>(name: string, input: unknown, as: Actor, commandId?: string): Promise<T>;
  /** The same with `can`. */
  answer(name: string, input: unknown, as: Actor, commandId?: string): Promise<Answer>;
  /** Delivers waiting events to their receivers until none is left. */
  deliver(): Promise<void>;
}

// one database per worker: it outlives the test files that run in it
const kept = globalThis as { rostokTestDatabase?: Promise<OpenDatabase>; rostokTestHouse?: House };

/** An empty world on a real database, at noon of 23 November 2026 in Kirov. */
export async function freshWorld(): Promise<TestWorld> {
  kept.rostokTestDatabase ??= openTestDatabase(migrationFiles);
  const opened = await kept.rostokTestDatabase;
  await emptyTables(opened);
  return worldOn(opened);
}

/** The same on a database of its own, for a server that closes it when it stops. */
export async function ownWorld(): Promise<TestWorld> {
  const opened = await openTestDatabase(migrationFiles);
  await emptyTables(opened);
  return worldOn(opened);
}

async function worldOn(opened: OpenDatabase): Promise<TestWorld> {
  const somebody = uuidV7();
  await sql`insert into registry.person (id, surname, given_name, sort_key, is_demo)
    values (${somebody}, 'Проверкин', 'Пётр', 'проверкин петр', true)`.execute(opened.db);
  kept.rostokTestHouse ??= buildHouse(tree, { unfinished: true });
  const house = kept.rostokTestHouse;
  let at = new Date('2026-11-23T09:00:00Z');
  const db: Tx = opened.db;
  const subscribers = house.all(isSubscriber).map(({ value }) => value);

  const world: World = { db, now: () => at, newId: () => uuidV7(), timeZone: 'Europe/Moscow' };
  const answer: TestWorld['answer'] = async (name, input, actor, commandId) => {
    const useCase = house.useCases.get(name);
    if (!useCase) throw new Error(`There is no use case ${name}`);
    const given = await execute(world, { name, useCase, input, actor, commandId: commandId ?? null });
    const checked = await useCase.entry['~orpc'].outputSchema?.parseAsync(given);
    return checked as Answer;
  };
  return {
    ...world,
    house,
    opened,
    clock: {
      set(moment) {
        at = new Date(moment);
      },
    },
    as: (role, who = {}) => ({
      ...visitor(house.rightsOf(role)),
      kind: role === 'visitor' ? 'visitor' : 'person',
      role,
      verified: true,
      personId: role === 'visitor' ? null : somebody,
      ...who,
    }),
    answer,
    async call<T>(name: string, input: unknown, actor: Actor, commandId?: string) {
      return (await answer(name, input, actor, commandId)).data as T;
    },
    async deliver() {
      while ((await dispatchEvents(world, subscribers)) > 0);
    },
  };
}
