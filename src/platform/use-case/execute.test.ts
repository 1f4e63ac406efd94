import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { command } from './contract.ts';
import { buildHouse, execute, type Room, refuse, useCase, uuidV7, visitor } from './index.ts';

const contract = {
  addNote: command('/notes', {
    input: z.object({ text: z.string().min(1) }),
    output: z.object({ id: z.string() }),
    summary: 'Adds a note',
  }),
};
let runs = 0;
const addNote = useCase(contract.addNote, {
  right: 'notes.add',
  async run({ input, newId, emit, change }) {
    runs++;
    if (input.text === 'no') throw refuse('use-case:error.badInput');
    const id = newId();
    change({ subject: { kind: 'note', id }, before: null, after: { text: input.text } });
    emit('note.added', { id });
    return { id };
  },
});

let world: TestWorld;
const writer = {
  ...visitor({ 'notes.add': 'own' }),
  kind: 'person' as const,
  personId: uuidV7(),
  role: 'writer',
};
const call = (input: unknown, commandId?: string, actor = writer) =>
  execute(world, { name: 'notes.addNote', useCase: addNote, input, actor, commandId: commandId ?? null });
const count = async (table: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.db)).rows[0]?.n;

beforeAll(async () => {
  world = await freshWorld();
});

describe('a command', () => {
  test('leaves its history and its event in the same transaction', async () => {
    await call({ text: 'first' });
    expect(await count('platform.history')).toBe(1);
    expect(await count('platform.history_values')).toBe(1);
    expect(await count('platform.event')).toBe(1);
  });

  test('repeated with the same id gives the stored answer and runs once', async () => {
    const id = uuidV7();
    const before = runs;
    const first = await call({ text: 'twice' }, id);
    expect(await call({ text: 'twice' }, id)).toEqual(first);
    expect(runs).toBe(before + 1);
  });

  test.each([
    'marked',
    'unmarked',
  ] as const)('whose answer holds a one-time link (%s) keeps it nowhere: a repeat is refused as done already', async (how) => {
    const address = `https://portal.example/l#${'a'.repeat(65)}`;
    const entry = command('/links', {
      input: z.object({}),
      output: z.object({ code: z.string() }),
      summary: 'Gives a link',
      once: how === 'marked',
    });
    let given = 0;
    const giveLink = useCase(entry, {
      right: 'notes.add',
      async run() {
        given++;
        return { code: how === 'marked' ? '123456' : address };
      },
    });
    const commandId = uuidV7();
    const ask = () =>
      execute(world, { name: 'notes.giveLink', useCase: giveLink, input: {}, actor: writer, commandId });
    expect(await ask()).toMatchObject({ data: { code: how === 'marked' ? '123456' : address } });
    await expect(ask()).rejects.toMatchObject({ key: 'use-case:error.answerNotKept', status: 409 });
    expect(given).toBe(1);
    const { rows } = await sql<{
      answer: unknown;
    }>`select answer from platform.command where id = ${commandId}`.execute(world.db);
    expect(rows).toEqual([{ answer: null }]);
  });

  test('refuses the same id with other words, and from another person', async () => {
    const id = uuidV7();
    await call({ text: 'a' }, id);
    await expect(call({ text: 'b' }, id)).rejects.toMatchObject({ key: 'use-case:error.commandReused' });
    await expect(call({ text: 'a' }, id, { ...writer, personId: uuidV7() })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('that refuses leaves nothing behind', async () => {
    const before = [
      await count('platform.history'),
      await count('platform.event'),
      await count('platform.command'),
    ];
    await expect(call({ text: 'no' }, uuidV7())).rejects.toMatchObject({ key: 'use-case:error.badInput' });
    expect([
      await count('platform.history'),
      await count('platform.event'),
      await count('platform.command'),
    ]).toEqual(before);
  });

  test('is refused without the right, with 401 for a visitor and 403 for a person', async () => {
    await expect(call({ text: 'x' }, undefined, { ...writer, rights: {} })).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      call({ text: 'x' }, undefined, { ...writer, kind: 'visitor' as never, rights: {} }),
    ).rejects.toMatchObject({ status: 401 });
  });
});

describe('a preparation', () => {
  const steps: string[] = [];
  const readNote = useCase(contract.addNote, {
    right: 'notes.add',
    async prepare({ input, actor }) {
      steps.push('prepare');
      if (input.text === 'unreadable') throw refuse('use-case:error.badInput');
      return { words: input.text.split(' ').length, by: actor.role };
    },
    async run({ prepared, tx }) {
      steps.push('run');
      const { rows } = await sql<{ n: number }>`select ${prepared.words}::int as n`.execute(tx);
      return { id: `${prepared.by}:${rows[0]?.n}` };
    },
  });
  /** The same database, saying when a connection is asked of it. */
  const watched = () =>
    new Proxy(world.db, {
      get(target, name) {
        if (name === 'transaction' || name === 'connection') steps.push('connection');
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const read = (text: string, actor = writer, kind: 'query' | 'command' = 'command') => {
    steps.length = 0;
    return execute(
      { ...world, db: watched() },
      { name: 'notes.readNote', useCase: { ...readNote, kind }, input: { text }, actor, commandId: uuidV7() },
    );
  };

  test.each(['query', 'command'] as const)('of a %s is done before the connection is taken', async (kind) => {
    expect(await read('three small words', writer, kind)).toMatchObject({ data: { id: 'writer:3' } });
    expect(steps).toEqual(['prepare', 'connection', 'run']);
  });

  test('waits for the right and for a readable input; its refusal leaves nothing behind', async () => {
    await expect(read('x', { ...writer, rights: {} })).rejects.toMatchObject({ status: 403 });
    await expect(read('')).rejects.toThrow();
    expect(steps).toEqual([]);
    const before = await count('platform.command');
    await expect(read('unreadable')).rejects.toMatchObject({ key: 'use-case:error.badInput' });
    expect(steps).toEqual(['prepare']);
    expect(await count('platform.command')).toBe(before);
  });
});

describe('the house', () => {
  const room = (
    files: object[],
    rights: object = { rights: { 'notes.add': { everyone: 'all' } } },
  ): Room => ({
    storey: 'modules',
    name: 'notes',
    contract: { contract },
    rights,
    files,
  });
  test('knows a use case by room and entry', () => {
    expect([...buildHouse([room([{ addNote }])]).useCases.keys()]).toEqual(['notes.addNote']);
  });
  test('does not start when an entry has no use case, or two, or a right nobody holds', () => {
    expect(() => buildHouse([room([])])).toThrow(/no use case/);
    expect(() => buildHouse([room([{ addNote, twin: { ...addNote } }])])).toThrow(/two use cases/);
    expect(() => buildHouse([room([{ addNote }], { rights: {} })])).toThrow(/nobody is granted/);
  });
});
