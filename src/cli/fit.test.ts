import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallMarket } from '../engines/fit/testing/small-market.ts';
import fit from './fit.ts';
import verify from './verify.ts';

let folder = '';
let shown: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-fit-'));
  shown = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text) => void shown.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
// the engine keeps thousandths, the file has parts of one
const written = (seed: number) => {
  const { options: _, ...market } = smallMarket(seed, {
    people: 9,
    openings: 8,
    skills: 30,
    held: 6,
    asked: 4,
    terms: true,
  });
  return JSON.stringify({ ...market, options: { k: 3, broader: 0.6, sibling: 0.2, by: 'share' } });
};

describe('rostok fit', () => {
  it('answers an instance, the answer is verified and a changed one is not', async () => {
    const file = put('in.json', written(3));
    const out = join(folder, 'out.json');
    expect(await fit.run([file, '--out', out])).toBe(0);
    const answer = JSON.parse(readFileSync(out, 'utf8'));
    expect(answer.people).toHaveLength(9);
    expect(answer.openings).toHaveLength(8);
    expect(answer.explanations[0].contributions.length).toBeGreaterThan(0);
    expect(await verify.run([out, '--in', file])).toBe(0);
    answer.people.find((it: { list: unknown[] }) => it.list.length > 0).list[0].score++;
    put('out.json', JSON.stringify(answer));
    expect(await verify.run([out, '--in', file])).toBe(1);
    expect(shown.join('\n')).toMatch(/по\sпересчёту/);
  });

  it('answers a stream line by line, a fault in its place', async () => {
    const bad = '{"people":[{"id":1,"has":[],"sex":"f"}],"openings":[]}';
    const file = put('in.jsonl', [written(4), '{"people":', bad, '', written(5)].join('\n'));
    const out = join(folder, 'out.jsonl');
    expect(await fit.run([file, '--out', out])).toBe(0);
    const lines = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((it) => it.error?.code)).toEqual([
      undefined,
      'notJson',
      'protected',
      'notJson',
      undefined,
    ]);
    expect(lines[2].error.path).toBe('people[0].sex');
    expect(lines[2].error.message).toMatch(/по\sэтому\sпризнаку\sлюдей\sне\sподбирают/);
    expect(await verify.run([out, '--in', file])).toBe(0);
  });

  it('refuses in words and writes nothing', async () => {
    const out = join(folder, 'out.json');
    expect(await fit.run([put('bad.json', '{"people":[],"openings":5}'), '--out', out])).toBe(1);
    expect(shown.join('\n')).toMatch(/openings: здесь\sнужен\sсписок/);
    expect(await fit.run([join(folder, 'no.json'), '--out', out])).toBe(1);
    expect(await fit.run([])).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
