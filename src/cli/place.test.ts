import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import place from './place.ts';
import verify from './verify.ts';

let folder = '';
let shown: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-place-'));
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
const instance = {
  students: [
    { id: 1, ranks: ['a', 'b'] },
    { id: 'x\u2028y', ranks: ['a'] },
  ],
  places: [
    { id: 'a', capacity: 1, order: ['x\u2028y', 1] },
    { id: 'b', capacity: 1, order: [1] },
  ],
};
const text = JSON.stringify(instance);

describe('rostok place, rostok verify', () => {
  it('places, verifies, and sees a changed answer', async () => {
    const input = put('in.json', `\ufeff${text}`);
    const out = join(folder, 'out.json');
    expect(await place.run([input, '--out', out])).toBe(0);
    expect(shown.join('\n')).toContain('Размещено 2 из 2. Распределение устойчиво.');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      assignment: { 1: 'b', 'x\u2028y': 'a' },
      stable: true,
    });
    expect(await verify.run([out, '--in', input])).toBe(0);
    put('out.json', readFileSync(out, 'utf8').replace('"1":"b"', '"1":null'));
    expect(await verify.run([out, '--in', input])).toBe(1);
    expect(shown.join('\n')).toContain('студенту «1» и месту «b» лучше друг с другом');
  });

  it('answers a stream line by line; a bad line answers in its place', async () => {
    const lines = [text, '{bad', '', '{"students":[{"id":1,"ranks":["z"]}],"places":[]}', text];
    const input = put('in.jsonl', `${lines.join('\n')}\n`);
    const out = join(folder, 'out.jsonl');
    expect(await place.run([input, '--out', out])).toBe(0);
    const answers = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(answers).toHaveLength(5);
    expect(answers.map((a) => a.error?.code)).toEqual([
      undefined,
      'notJson',
      'notJson',
      'unknownPlace',
      undefined,
    ]);
    expect(answers[3].error).toEqual({
      code: 'unknownPlace',
      message: 'students[0].ranks[0]: места «z» нет в списке places.',
      path: 'students[0].ranks[0]',
    });
    expect(answers[4]).toEqual(answers[0]);
    expect(await verify.run([out, '--in', input])).toBe(0);
    put('out.jsonl', `${[...answers.slice(0, 4), answers[3]].map((a) => JSON.stringify(a)).join('\n')}\n`);
    expect(await verify.run([out, '--in', input])).toBe(1);
    expect(shown.join('\n')).toMatch(/Строка 5:[\s\S]*названо негодным/);
  });

  it('refuses a single bad file in words and writes nothing', async () => {
    const out = join(folder, 'none.json');
    expect(
      await place.run([put('bad.json', '{"students":[],"places":[{"id":1,"capacity":-2}]}'), '--out', out]),
    ).toBe(1);
    expect(shown.join('\n')).toContain('places[0].capacity: -2 – не число мест');
    expect(() => readFileSync(out)).toThrow();
    expect(await place.run([join(folder, 'no.json'), '--out', out])).toBe(1);
    expect(await place.run([join(folder, 'no.jsonl'), '--out', out])).toBe(1);
    expect(await place.run([])).toBe(2);
    expect(await place.run(['x.json', '--what'])).toBe(2);
    expect(await verify.run(['x.json', '--in'])).toBe(2);
  });
});
