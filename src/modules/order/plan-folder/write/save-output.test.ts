import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkTarget, NotOurFolder, saveOutput } from './save-output.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rostok-save-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('replaces an answer as a whole and leaves nothing beside it', () => {
  const dir = join(root, 'deep', 'out');
  saveOutput(
    dir,
    new Map([
      ['a.txt', '1'],
      ['folder/b.txt', '2'],
    ]),
  );
  saveOutput(dir, new Map([['c.txt', '3']]));
  expect(readdirSync(dir)).toEqual(['c.txt']);
  expect(readdirSync(join(root, 'deep'))).toEqual(['out']);
});

it('keeps the answer that was there when writing breaks off', () => {
  const dir = join(root, 'out');
  saveOutput(dir, new Map([['a.txt', 'old']]));
  // The second file needs a folder where the first one lies.
  expect(() =>
    saveOutput(
      dir,
      new Map([
        ['a', 'new'],
        ['a/b', 'new'],
      ]),
    ),
  ).toThrow();
  expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(root)).toEqual(['out']);
});

it('knows a folder of someone else', () => {
  const dir = join(root, 'out');
  const ours = new Set(['a.txt']);
  checkTarget(dir, ours);
  mkdirSync(dir);
  writeFileSync(join(dir, 'a.txt'), '');
  checkTarget(dir, ours);
  writeFileSync(join(dir, 'z.txt'), '');
  expect(() => checkTarget(dir, ours)).toThrow(NotOurFolder);
  expect(() => checkTarget(join(dir, 'z.txt'), ours)).toThrow(NotOurFolder);
});
