import { buildPanel, type Panel, type SeriesRow } from './panel.ts';

/** Small deterministic generator for tests: the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** Two groups of three occupations with trends and noise; groups and total add up. */
export function growingTree(seed: number, years: number): SeriesRow[] {
  const random = seeded(seed);
  const rows: SeriesRow[] = [];
  const totals = new Map<string, number>();
  const add = (code: string, year: number, value: number) =>
    totals.set(`${code}/${year}`, (totals.get(`${code}/${year}`) ?? 0) + value);
  for (const group of ['a', 'b']) {
    for (const k of [1, 2, 3]) {
      let value = 50 + 500 * random();
      const trend = 0.06 * (random() - 0.5);
      for (let y = 0; y < years; y++) {
        value *= Math.exp(trend + 0.04 * (random() - 0.5));
        rows.push({ level: '2', code: `${group}${k}`, parent: group, year: 2000 + y, value });
        add(group, 2000 + y, value);
        add('all', 2000 + y, value);
      }
    }
  }
  for (const [key, value] of totals) {
    const [code = '', year] = key.split('/');
    const top = code === 'all';
    rows.push({ level: top ? '0' : '1', code, parent: top ? '' : 'all', year: Number(year), value });
  }
  return rows;
}

export const panelOf = (series: Record<string, (number | null)[]>, firstYear = 2000): Panel =>
  buildPanel(
    Object.entries(series).flatMap(([code, values]) =>
      values.map((value, k) => ({ level: '1', code, parent: '', year: firstYear + k, value })),
    ),
  );
