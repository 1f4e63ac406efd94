import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallRegion } from '../engines/seats/testing/small-region.ts';
import order from './order.ts';
import solve from './solve.ts';
import verify from './verify.ts';

let folder = '';
let shown: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-order-'));
  shown = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void shown.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void shown.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const put = (name: string, data: unknown): string => {
  writeFileSync(join(folder, name), typeof data === 'string' ? data : JSON.stringify(data));
  return join(folder, name);
};

describe('rostok order, verify, solve', () => {
  it('goes from an instance to a proved plan, and the model solves to the same value', async () => {
    const out = join(folder, 'out');
    expect(await order.run([put('i.json', `\uFEFF${JSON.stringify(smallRegion())}`), '--out', out])).toBe(0);
    expect(shown.join('\n')).toContain('Доказано');
    expect(shown.join('\n')).toContain('Простое правило');
    expect(await verify.run([out])).toBe(0);
    expect(shown.join('\n')).toContain('Доказательство верно');
    expect(await solve.run([join(out, 'model.mps'), '--out', join(folder, 's')])).toBe(0);
    shown = [];
    expect(await verify.run([join(folder, 's')])).toBe(1);
    expect(await verify.run([join(folder, 'nowhere')])).toBe(1);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toContain('нет доказательства: это ответ команды solve');
    expect(shown[1]).toContain('нет доказательства (файла certificate.json)');
    const value = JSON.parse(readFileSync(join(folder, 's', 'solution.json'), 'utf8')).objective as number;
    const stages = JSON.parse(readFileSync(join(out, 'certificate.json'), 'utf8')).stages as {
      value: number;
    }[];
    expect(value).toBeCloseTo(stages[0]!.value, 2);
    writeFileSync(
      join(out, 'plan.json'),
      readFileSync(join(out, 'plan.json'), 'utf8').replace('"groups":2', '"groups":3'),
    );
    expect(await verify.run([out])).toBe(1);
    expect(shown.join('\n')).toContain('изменён после проверки');
  });
  it('refuses bad input in words and writes nothing', async () => {
    const out = join(folder, 'out');
    const bad = smallRegion();
    bad.needs[0]!.amount = -4;
    expect(await order.run([put('bad.json', bad), '--out', out])).toBe(1);
    expect(shown.join('\n')).toContain('needs[0].amount: -4 меньше нуля');
    expect(await order.run([put('cut.json', '{"format":'), '--out', out])).toBe(1);
    expect(await order.run(['nowhere.json', '--out', out])).toBe(1);
    expect(await order.run([])).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
  it('refuses a capacity of zero by its place in the file, says what to do, and writes nothing', async () => {
    const out = join(folder, 'out');
    const zero = smallRegion();
    zero.workshops![0]!.capacity = 0;
    zero.colleges[1]!.places = 0;
    zero.pairs[2]!.maxGroups = 0;
    expect(await order.run([put('zero.json', zero), '--out', out])).toBe(1);
    const said = shown.join('\n');
    expect(said).toContain('zero.json');
    for (const where of ['colleges[1].places', 'workshops[0].capacity', 'pairs[2].maxGroups'])
      expect(said).toContain(`${where}: вместимость равна нулю. Уберите строку`);
    expect(existsSync(out)).toBe(false);
  });
  it('reads a byte-order mark and refuses another encoding by name', async () => {
    const text = JSON.stringify(smallRegion());
    expect(await order.run([put('bom.json', `\uFEFF${text}x`), '--out', join(folder, 'out')])).toBe(1);
    expect(shown.join('\n')).toContain('не читается как JSON');
    expect(shown.join('\n')).not.toContain('\uFEFF');
    writeFileSync(join(folder, 'cp1251.json'), Buffer.from([0x7b, 0x22, 0xd1, 0xe5, 0xe2, 0x22, 0x7d]));
    expect(await order.run([join(folder, 'cp1251.json'), '--out', join(folder, 'out')])).toBe(1);
    expect(shown.join('\n')).toContain('не в UTF-8');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
  it('explains why there is no plan', async () => {
    const none = smallRegion();
    none.pairs[0]!.minSeats = 75;
    none.colleges[0]!.places = 150 + 60;
    expect(await order.run([put('none.json', none), '--out', join(folder, 'out')])).toBe(1);
    expect(shown.join('\n')).toContain('Такого плана нет');
    expect(shown.join('\n')).toContain('Хватит, если');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
  it('names the line of a broken model', async () => {
    expect(await solve.run([put('m.mps', 'ROWS\n X R\n'), '--out', join(folder, 's')])).toBe(1);
    expect(shown.join('\n')).toContain('Строка 2');
  });
});
