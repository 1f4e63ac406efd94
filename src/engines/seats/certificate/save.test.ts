import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ForeignFilesError, saveFolder } from './save.ts';

const home = mkdtempSync(join(tmpdir(), 'seats-save-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('saveFolder', () => {
  it('replaces a folder whole and leaves nothing beside it', () => {
    const dir = join(home, 'out');
    saveFolder(dir, { 'plan.json': '1', 'summary.txt': '2' });
    saveFolder(dir, { 'plan.json': '3' });
    expect(readdirSync(dir)).toEqual(['plan.json']);
    expect(readFileSync(join(dir, 'plan.json'), 'utf8')).toBe('3');
    expect(readdirSync(home)).toEqual(['out']);
  });
  it('keeps the older folder when writing breaks off', () => {
    const dir = join(home, 'out');
    expect(() => saveFolder(dir, { 'plan.json': '4', 'no/such/folder.txt': '5' })).toThrow();
    expect(readFileSync(join(dir, 'plan.json'), 'utf8')).toBe('3');
    expect(readdirSync(home)).toEqual(['out']);
  });
  it('refuses a folder that holds anything else', () => {
    const dir = join(home, 'mine');
    mkdirSync(dir);
    writeFileSync(join(dir, 'diary.txt'), 'dear');
    expect(() => saveFolder(dir, { 'plan.json': '1' })).toThrow(ForeignFilesError);
    expect(readdirSync(dir)).toEqual(['diary.txt']);
  });
  it('does not write below a file', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => saveFolder(join(home, 'file', 'out'), { a: '' })).toThrow();
    expect(existsSync(join(home, 'file', 'out'))).toBe(false);
  });
});
