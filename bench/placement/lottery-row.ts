import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draw } from '../../src/engines/lottery/index.ts';
import { measure, ms, print } from './measure.ts';

/** The kept vectors drawn here and by the Python script of docs. */
export function lotteryRow(): void {
  const file = fileURLToPath(new URL('../../src/engines/lottery/testing/vectors.json', import.meta.url));
  const script = fileURLToPath(new URL('../../docs/lottery.py', import.meta.url));
  const { seed, label, drawn } = JSON.parse(readFileSync(file, 'utf8')) as {
    seed: string;
    label: string;
    drawn: { pseudonym: string; ticket: string }[];
  };
  const own = draw(
    Buffer.from(seed, 'hex'),
    label,
    drawn.map((d) => d.pseudonym),
  );
  const same = own.every((d, k) => d.pseudonym === drawn[k]!.pseudonym && d.ticket === drawn[k]!.ticket);
  let python = 'no python3 here';
  try {
    python = execFileSync('python3', [script, file], { encoding: 'utf8' }).trim().split('\n').at(-1)!;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      python = 'python3: DIFFERENT';
  }
  const names = Array.from({ length: 7000 }, (_, k) => `s${k}`);
  const all = measure(5, () => draw(Buffer.from(seed, 'hex'), label, names), 2);
  print(
    '19',
    `lottery, ${drawn.length} vectors on Node ${process.version}`,
    `here ${same ? 'the same' : 'DIFFERENT'}; python3: ${python}; 7,000 tickets in ${ms(all.median)}`,
    'same bytes',
    same && !python.includes('DIFFERENT'),
  );
}
