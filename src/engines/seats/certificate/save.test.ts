import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saveFolder } from './save.ts';

const home = mkdtempSync(join(tmpdir(), 'seats-save-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('saveFolder', () => {
  it('replaces a folder whole and leaves nothing beside it', () => {
    const dir = join(home, 'out');
    saveFolder(dir, { 'a.txt': '1', 'b.txt': '2' });
    saveFolder(dir, { 'a.txt': '3' });
    expect(readdirSync(dir)).toEqual(['a.txt']);
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('3');
    expect(readdirSync(home)).toEqual(['out']);
  });
  it('keeps the older folder when writing breaks off', () => {
    const dir = join(home, 'out');
    expect(() => saveFolder(dir, { 'a.txt': '4', 'no/such/folder.txt': '5' })).toThrow();
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('3');
    expect(readdirSync(home)).toEqual(['out']);
  });
  it('does not write below a file', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => saveFolder(join(home, 'file', 'out'), { a: '' })).toThrow();
    expect(existsSync(join(home, 'file', 'out'))).toBe(false);
  });
});
