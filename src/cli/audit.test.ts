import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrationFiles } from '../migrations.gen.ts';
import { type OpenDatabase, openDatabase } from '../platform/database/index.ts';
import { appendHistory, sealHistory } from '../platform/history/index.ts';
import { system } from '../platform/use-case/index.ts';
import { openEmbedded } from '../testing/database.ts';
import command from './audit.ts';

const folder = mkdtempSync(join(tmpdir(), 'rostok-audit-'));
let shown: string[] = [];

async function withDatabase<T>(
  work: (open: OpenDatabase) => Promise<T>,
  opening = openDatabase({ dir: folder }),
): Promise<T> {
  const open = await opening;
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

beforeAll(() =>
  withDatabase(
    async ({ db }) => {
      const at = '2026-11-23T09:00:00.000Z';
      for (const id of ['1', '2', '3'])
        await appendHistory(db, {
          act: 'change',
          useCase: 'trial.save',
          actor: system('trial'),
          subject: { kind: 'trial.card', id },
          after: { name: 'Ёлкина' },
          at,
        });
      await sealHistory({ db, now: () => new Date(at) });
    },
    openEmbedded(migrationFiles, folder),
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  shown = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text) => void shown.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());
const run = async (...args: string[]) => [await command.run(args), shown.join('\n')] as const;

describe('rostok audit', () => {
  it('proves the chain, shows a thing, then finds the row changed behind its back', async () => {
    const [code, text] = await run('verify', '--data', folder);
    expect(text).toMatch(/История цела: печатей\s1, записей 3/);
    expect(code).toBe(0);
    const head = /[0-9a-f]{64}/.exec(text)?.[0] ?? '';

    shown = [];
    expect((await run('show', 'trial.card:2', '--data', folder))[1]).toMatch(
      /№\s2 .*trial\.save[\s\S]*Ёлкина/,
    );

    await withDatabase(async ({ db }) => {
      await sql`alter table platform.history disable trigger history_guard`.execute(db);
      await sql`update platform.history set role = 'admin' where id = 2`.execute(db);
    });
    shown = [];
    const [failed, why] = await run('verify', '--data', folder, '--head', head);
    expect(why).toMatch(/запись №\s2 \(печать\s1\) изменена/);
    expect(failed).toBe(1);

    shown = [];
    const [, json] = await run('verify', '--data', folder, '--head', 'f'.repeat(64), '--json');
    expect(JSON.parse(json).faults).toEqual([
      { fault: 'changed', seal: 1, entry: 2 },
      { fault: 'headUnknown', seal: null, entry: null },
    ]);
  });

  it('says what is wrong with the question', async () => {
    expect(await run('verify', '--data', join(folder, 'nowhere'))).toEqual([
      1,
      expect.stringContaining('нет базы Ростка'),
    ]);
    expect((await run('prove'))[0]).toBe(2);
    expect((await run('verify', '--what'))[0]).toBe(2);
    expect(await run('show', 'trial.card:9', '--data', folder)).toEqual([
      1,
      expect.stringContaining('ничего нет'),
    ]);
  });
});
