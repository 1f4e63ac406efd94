import { describe, expect, it } from 'vitest';
import { EngineInputError } from '../issue.ts';
import { buildPanel } from './panel.ts';
import { type BacktestPair, runBacktest } from './run-backtest.ts';
import { growingTree, panelOf } from './testing.ts';

const years = <T>(n: number, f: (k: number) => T): T[] => Array.from({ length: n }, (_, k) => f(k));

describe('runBacktest', () => {
  it('scores by hand-made figures: 100, 101 … 111, horizon 1', () => {
    const { rows } = runBacktest(panelOf({ x: years(12, (k) => 100 + k) }), { horizons: [1] });
    const naive = rows.find((r) => r.method === 'naive')!;
    // Origins are the 10th and 11th points (109, 110); facts 110 and 111; errors 1 and 1.
    expect(naive).toMatchObject({ level: 1, h: 1, n: 2, mase: 1, direction: null });
    expect(naive.wape).toBeCloseTo(200 / 221, 4);
    expect(naive.bias).toBeCloseTo(-200 / 221, 4);
    expect(rows.find((r) => r.method === 'drift')).toMatchObject({
      wape: 0,
      mase: 0,
      direction: 100,
      bias: 0,
    });
    // Damped by 0.8: 109.8 and 110.8.
    expect(rows.find((r) => r.method === 'damped')!.wape).toBeCloseTo(40 / 221, 4);
  });

  it('drift looks 10 years back, 5 when there are no 11 points', () => {
    const made: BacktestPair[] = [];
    const values = [0, 0, 0, 0, 0, 10, 20, 30, 40, 50, 60, 60, 60];
    runBacktest(panelOf({ x: values }), { horizons: [1], onPair: (p) => made.push(p) });
    const drift = made.filter((p) => p.method === 'drift').map((p) => p.forecast);
    // 10th point: (50 − 0)/5; 11th: (60 − 0)/10; 12th: (60 − 0)/10.
    expect(drift).toEqual([60, 66, 66]);
  });

  it('short series give no row and a note; their relatives are still scored', () => {
    const panel = panelOf({ short: years(8, (k) => 10 + k), long: years(14, (k) => 20 + k) });
    const { rows, notes } = runBacktest(panel, { horizons: [4, 7] });
    expect(rows.filter((r) => r.h === 4).every((r) => r.n === 1)).toBe(true);
    expect(rows.some((r) => r.h === 7)).toBe(false);
    expect(notes.map((n) => n.code).sort()).toEqual(['backtest.noPairs', 'backtest.short']);
  });

  it('a gap is neither origin nor target, and is not filled from later years', () => {
    const made: BacktestPair[] = [];
    const values = years(16, (k) => (k === 12 ? null : 100 + k));
    const { rows } = runBacktest(panelOf({ x: values }), { horizons: [1], onPair: (p) => made.push(p) });
    expect(made.filter((p) => p.method === 'ours').map((p) => p.origin)).toEqual([2009, 2010, 2013, 2014]);
    expect(rows.every((r) => Number.isFinite(r.wape))).toBe(true);
  });

  it('zeros: a dead series is forecast as zero, one coming to life stays finite', () => {
    const dead = years(14, () => 0);
    const born = years(14, (k) => (k < 11 ? 0 : k));
    const only = runBacktest(panelOf({ dead }), { horizons: [1, 3] });
    for (const r of only.rows)
      expect(r).toMatchObject({ wape: null, mase: null, direction: null, bias: null });
    const pairs: BacktestPair[] = [];
    runBacktest(panelOf({ dead, born }), { horizons: [1, 3], onPair: (p) => pairs.push(p) });
    for (const p of pairs) expect([p.forecast, p.forecast >= 0]).toEqual([expect.any(Number), true]);
    expect(pairs.every((p) => Number.isFinite(p.forecast))).toBe(true);
  });

  it('several roots are forecast apart', () => {
    const a = years(13, (k) => 100 * 1.02 ** k);
    const b = years(13, (k) => 50 * 0.97 ** k);
    const forecasts = (series: Record<string, number[]>, code: string) => {
      const out: number[] = [];
      runBacktest(panelOf(series), {
        horizons: [2],
        onPair: (p) => p.code === code && p.method === 'damped' && out.push(p.forecast),
      });
      return out;
    };
    expect(forecasts({ a, b }, 'a')).toEqual(forecasts({ a }, 'a'));
    expect(runBacktest(panelOf({ a, b }), { horizons: [2] }).rows.every((r) => r.n === 4)).toBe(true);
  });

  it('figures of a horizon do not depend on the others asked for', () => {
    const panel = buildPanel(growingTree(9, 20));
    const four = (horizons: number[]) => runBacktest(panel, { horizons }).rows.filter((r) => r.h === 4);
    expect(four([4])).toEqual(four([1, 4, 10]));
  });

  it('refuses horizons and origins that make no sense', () => {
    const panel = panelOf({ x: years(12, (k) => k + 1) });
    expect(() => runBacktest(panel, { horizons: [] })).toThrow(EngineInputError);
    expect(() => runBacktest(panel, { horizons: [1.5] })).toThrow(EngineInputError);
    expect(() => runBacktest(panel, { horizons: [31] })).toThrow(EngineInputError);
    expect(() => runBacktest(panel, { horizons: [1], firstOrigin: 1 })).toThrow(EngineInputError);
  });

  it('an interval of 80 % holds about 80 % of the facts of steady random series', () => {
    const rows = Array.from({ length: 16 }, (_, k) =>
      growingTree(100 + k, 30).map((r) => ({
        ...r,
        code: `${k}${r.code}`,
        parent: r.parent && `${k}${r.parent}`,
      })),
    ).flat();
    const result = runBacktest(buildPanel(rows), { horizons: [1, 4] });
    for (const r of result.rows.filter((x) => x.method === 'ours' && x.level === 2)) {
      expect(r.coverage80!).toBeGreaterThan(75);
      expect(r.coverage80!).toBeLessThan(87);
    }
  });
});
