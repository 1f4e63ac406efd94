import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallSeason } from '../engines/staffing/testing/small-season.ts';
import staff from './staff.ts';
import verify from './verify.ts';

let folder = '';
let shown: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-staff-'));
  shown = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void shown.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void shown.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('rostok staff', () => {
  it('answers an instance in the format, and the answer is verified', async () => {
    const file = put('in.json', JSON.stringify(smallSeason(3, { experts: 20, sessions: 12, days: 3 })));
    const out = join(folder, 'out.json');
    expect(await staff.run([file, '--out', out])).toBe(0);
    const answer = JSON.parse(readFileSync(out, 'utf8'));
    expect(answer.cost).toBe(answer.bound);
    expect(Object.keys(answer.assignment[0])).toEqual(['session', 'expert', 'role']);
    // numbers come back as numbers, text as text
    const kinds = new Set(answer.assignment.map((a: { expert: unknown }) => typeof a.expert));
    expect(kinds).toEqual(new Set(['number', 'string']));
    expect(answer.unfilled[0].certificate.demand).toBeGreaterThan(answer.unfilled[0].certificate.supply);
    expect(answer.unfilled[0].certificate.text).toContain('Экзамен');
    expect(await verify.run([out, '--in', file])).toBe(0);
    put('out.json', JSON.stringify({ ...answer, cost: answer.cost - 1 }));
    expect(await verify.run([out, '--in', file])).toBe(1);
    expect(shown.join('\n')).toContain('Стоимость в ответе');
  });
  it('answers a stream line by line, faults in their place', async () => {
    const good = JSON.stringify(smallSeason(5, { experts: 8, sessions: 4 }));
    const scored = JSON.stringify(smallSeason(6, { experts: 8, sessions: 4, scores: true }));
    const bad = JSON.parse(good);
    bad.sessions[1].n = 0;
    const file = put('in.jsonl', [good, '{"experts":', JSON.stringify(bad), '', scored].join('\n'));
    const out = join(folder, 'out.jsonl');
    expect(await staff.run([file, '--out', out])).toBe(0);
    const lines = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(5);
    expect(lines[0].gap).toBe(0);
    expect(lines[1].error).toMatchObject({ code: 'notJson', path: '$' });
    expect(lines[2].error).toMatchObject({ code: 'notCount', path: 'sessions[1].n' });
    expect(lines[2].error.message).toContain('sessions[1].n');
    expect(lines[3].error.code).toBe('notJson');
    expect(lines[4].score.minimum).toBeLessThanOrEqual(lines[4].bound);
    expect(await verify.run([out, '--in', file])).toBe(0);
  });
  it('refuses in words and writes nothing', async () => {
    const out = join(folder, 'out.json');
    const twice = smallSeason(9, { experts: 4, sessions: 3 });
    twice.experts[1]!.id = twice.experts[0]!.id;
    expect(await staff.run([put('twice.json', JSON.stringify(twice)), '--out', out])).toBe(1);
    expect(shown.join('\n')).toContain('уже был выше');
    expect(await staff.run([join(folder, 'nowhere.json'), '--out', out])).toBe(1);
    expect(await staff.run([put('cut.json', '{'), '--out', out])).toBe(1);
    expect(await staff.run([])).toBe(2);
    expect(existsSync(out)).toBe(false);
    // in words of the reader's own language
    expect(shown.join('\n')).toContain('такого файла или папки нет');
    expect(shown.join('\n')).toContain('текст обрывается');
    expect(await staff.run(['x.json', '--what'])).toBe(2);
    expect(shown.join('\n')).toMatch(/параметра --what\sнет/);
  });
  it('is verified to the last line whatever shape the answers have', async () => {
    const good = JSON.stringify(smallSeason(5, { experts: 8, sessions: 4 }));
    const file = put('in.jsonl', [good, good, good, '{'].join('\n'));
    const out = join(folder, 'out.jsonl');
    await staff.run([file, '--out', out]);
    const [first, , , last] = readFileSync(out, 'utf8').trimEnd().split('\n');
    const answer = JSON.parse(first!);
    const torn = [
      { ...answer, proof: { prices: {} } },
      { ...answer, loads: 'x' },
      answer,
      { assignment: [], unfilled: [] },
    ].map((a) => JSON.stringify(a));
    put('out.jsonl', torn.join('\n'));
    expect(await verify.run([out, '--in', file])).toBe(1);
    const lines = shown.filter((l) => /^Строка|^ {2}/.test(l)).map((l) => l.replaceAll('\u00a0', ' '));
    expect(lines).toEqual([
      'Строка 1:',
      '  Ответ нельзя прочитать.',
      'Строка 2:',
      '  Ответ нельзя прочитать.',
      'Строка 4:',
      '  Задание в этой строке содержит ошибки, а ответ дан, будто их нет.',
    ]);
    put('out.jsonl', [first, first, first, last].join('\n'));
    expect(await verify.run([out, '--in', file])).toBe(0);
    // a single faulty instance cannot be verified against, and that is what is said
    const cut = put('cut.json', '{');
    put('out.json', first!);
    expect(await verify.run([join(folder, 'out.json'), '--in', cut])).toBe(1);
    expect(shown.join('\n')).toContain('Задание само содержит ошибки');
  });
  it('sees a sentence that was changed', async () => {
    const file = put('in.json', JSON.stringify(smallSeason(3, { experts: 20, sessions: 12, days: 3 })));
    const out = join(folder, 'out.json');
    await staff.run([file, '--out', out]);
    put('out.json', readFileSync(out, 'utf8').replace('"text":"', '"text":"Не '));
    expect(await verify.run([out, '--in', file])).toBe(1);
    expect(shown.join('\n')).toContain('слова объяснения не сходятся');
  });
});
