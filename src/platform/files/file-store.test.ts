import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../use-case/refusal.ts';
import { type FileStore, openFileStore } from './file-store.ts';

let dir = '';
let store: FileStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
  store = await openFileStore(dir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const sha = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

async function all(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of store.listFiles()) found.push(`${file.hash}:${file.size}`);
  return found;
}

async function keyOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).key;
}

it('stores content once under its hash and gives it back', async () => {
  const content = bytes('Приказ № 1');
  const first = await store.putFile(Readable.from([content.subarray(0, 5), content.subarray(5)]));
  const second = await store.putFile(content);
  expect(first).toEqual({ hash: sha(content), size: content.byteLength });
  expect(second).toEqual(first);
  expect(await all()).toEqual([`${first.hash}:${first.size}`]);
  expect(await store.readFile(first.hash)).toEqual(content);
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
});

it('stores the empty file, and two writers of one content do not disturb each other', async () => {
  const empty = await store.putFile(new Uint8Array());
  expect(await store.readFile(empty.hash)).toEqual(new Uint8Array());
  const content = bytes('одно и то же'.repeat(10_000));
  const both = await Promise.all(Array.from({ length: 8 }, () => store.putFile(content)));
  expect(new Set(both.map((it) => it.hash)).size).toBe(1);
  expect(await store.readFile(sha(content))).toEqual(content);
});

it('refuses a damaged, an absent and a badly named file', async () => {
  const { hash } = await store.putFile(bytes('подлинник'));
  await writeFile(join(dir, hash.slice(0, 2), hash.slice(2)), 'подделка');
  expect(await keyOf(store.openFile(hash))).toBe('files:error.damaged');
  expect(await keyOf(store.openFile('0'.repeat(64)))).toBe('files:error.absent');
  expect(await keyOf(store.openFile('../../etc/passwd'))).toBe('files:error.badName');
});

it('leaves nothing of a file above the limit or of a stream that breaks', async () => {
  expect(await keyOf(store.putFile(bytes('x'.repeat(100)), 10))).toBe('files:error.tooLarge');
  async function* broken() {
    yield bytes('начало');
    throw new Error('connection lost');
  }
  await expect(store.putFile(broken())).rejects.toThrow('connection lost');
  expect(await all()).toEqual([]);
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
});

it('sweeps old leftovers only', async () => {
  for (const name of ['old', 'new']) await writeFile(join(dir, 'tmp', name), 'x');
  await utimes(join(dir, 'tmp', 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
  await mkdir(join(dir, 'zz'), { recursive: true });
  expect(await store.sweep(new Date('2026-06-01'))).toBe(1);
  expect(await readdir(join(dir, 'tmp'))).toEqual(['new']);
  expect(await all()).toEqual([]);
});

it('removes a file and does not mind its absence', async () => {
  const { hash } = await store.putFile(bytes('лишний'));
  await store.removeFile(hash);
  await store.removeFile(hash);
  expect(await store.hasFile(hash)).toBe(false);
});

const fullDisk = await access('/dev/full').then(
  () => true,
  () => false,
);
it.skipIf(!fullDisk)(
  'a full disk (ENOSPC of the system itself) is told in words; nothing half-written stays',
  async () => {
    const kept = await store.putFile(bytes('сохранённое раньше'));
    const full = await openFileStore(dir, { open: () => open('/dev/full', 'w') });
    expect(await keyOf(full.putFile(bytes('приказ')))).toBe('files:error.diskFull');
    expect(await all()).toEqual([`${kept.hash}:${kept.size}`]);
    expect(await readdir(join(dir, 'tmp'))).toEqual([]);
    expect(await store.readFile(kept.hash)).toEqual(bytes('сохранённое раньше'));
  },
);

it('says clearly that the disk takes no more, and keeps what was stored (ulimit -f)', async () => {
  const kept = await store.putFile(bytes('сохранённое раньше'));
  const child = fileURLToPath(new URL('./put-under-limit.ts', import.meta.url));
  const command = `ulimit -f 1024; exec "${process.execPath}" --import tsx "${child}" "${dir}"`;
  const run = spawnSync('bash', ['-c', command], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    encoding: 'utf8',
  });
  expect(run.stdout.trim(), run.stderr).toBe('files:error.fileTooBigForDisk');
  expect(await all()).toEqual([`${kept.hash}:${kept.size}`]);
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
  expect(await store.readFile(kept.hash)).toEqual(bytes('сохранённое раньше'));
});
