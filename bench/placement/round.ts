// One distribution of the full demo region as the portal computes it: from the frozen text to the texts that are stored, with
// every reason. Usage: tsx bench/placement/round.ts [times]
import { computeDraw } from '../../src/modules/practice/rounds/compute-draw.ts';
import { distanceKm, roundText } from './round-snapshot.ts';

const times = Number(process.argv[2] ?? 7);
const { input, seed, students, places } = roundText(distanceKm);
console.log(`${students} students, ${places} places, ${(input.length / 2 ** 20).toFixed(1)} MB of input`);
/** Processor time of the process: nothing else runs in it. */
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const all: { total: number; parts: ReturnType<typeof computeDraw>['measured'] }[] = [];
for (let k = 0; k < times; k++) {
  const { measured, statistics, violations } = computeDraw(
    { input, rule: 'student-optimal', seed },
    processor,
  );
  const { read, engine, texts } = measured;
  all.push({ total: read + engine + texts, parts: measured });
  if (k === 0) console.log(`placed ${statistics.placed}, violations ${violations.length}`);
}
const by = all.toSorted((a, b) => a.total - b.total);
for (const [name, one] of [
  ['best', by[0]!],
  ['median', by[by.length >> 1]!],
] as const)
  console.log(
    `${name}: ${one.total} ms of processor time (reading ${one.parts.read}, distribution with reasons ${one.parts.engine}, texts to store ${one.parts.texts}); separate check ${one.parts.verify}  [wanted: ≤ 500 ms]`,
  );
