import { createRequire } from 'node:module';
import { ms, print } from './measure.ts';
import type { Big } from './yardstick.ts';

interface Highs {
  solve(problem: string, options?: Record<string, unknown>): { ObjectiveValue: number };
}

/** The same flow as a linear program by the npm package highs (interior point, its fastest way here). */
export async function peerRow(data: Big, expected: number): Promise<void> {
  const load = createRequire(import.meta.url)('highs') as () => Promise<Highs>;
  const highs = await load();
  const big = data.n * data.L;
  const terms: string[] = [];
  const into: string[][] = Array.from({ length: data.m }, () => []);
  const lines: string[] = [];
  for (let s = 0; s < data.n; s++) {
    const own: string[] = [];
    for (let e = data.off[s]!; e < data.off[s + 1]!; e++) {
      terms.push(`${data.level[e]! + 1 - big} x${e}`);
      own.push(`x${e}`);
      into[data.to[e]!]!.push(`x${e}`);
    }
    lines.push(`s${s}: ${own.join(' + ')} <= 1`);
  }
  into.forEach((list, p) => {
    // long rows are split over lines: the reader of highs takes no line above 560 signs
    const row = list.map((x, k) => (k % 40 === 39 ? `${x}\n` : x)).join(' + ');
    if (list.length > 0) lines.push(`p${p}: ${row} <= ${data.capacity[p]}`);
  });
  const text = `Minimize\n obj: ${terms
    .map((t, k) => (k % 20 === 19 ? `${t}\n` : t))
    .join(' + ')
    .replaceAll('+ -', '- ')}\nSubject To\n${lines.join('\n')}\nEnd\n`;
  const from = performance.now();
  const { ObjectiveValue } = highs.solve(text, { solver: 'ipm' });
  const took = performance.now() - from;
  const sum = Math.round(ObjectiveValue) + data.n * big;
  print(
    '10',
    'peer: npm highs, interior point, the same problem',
    `${ms(took)}, Σrank ${sum}`,
    `${expected}`,
    null,
  );
}
