// Figures of the engine `fit`: 7,000 people × 1,500 openings × 13,900 competences, 40 held and closed to about 200.
// Usage: node --import tsx bench/fit/run.ts [--large]   (--large adds 20,000 × 100,000)
import { fitAll, prepare, Ranker, verifyFit } from '../../src/engines/fit/index.ts';
import { market } from './generate.ts';

const large = process.argv.includes('--large');
const middle = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;
const ms = (value: number) => `${value.toFixed(value < 10 ? 3 : 1)} ms`;

interface Size {
  people: number;
  openings: number;
}

function measure({ people, openings }: Size, runs: number): void {
  const instance = market(20, { people, openings, skills: 13_900, held: 40, asked: 40 });
  const begun = performance.now();
  const prepared = prepare(instance);
  const ready = performance.now() - begun;
  const { start, pairs: held } = prepared.people.rows;
  const ranker = new Ranker(prepared, 'openings', 10);
  let pairs = 0;
  for (let q = 0; q < people; q++) pairs += ranker.work(q);
  const wall: number[] = [];
  const busy: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const used = process.cpuUsage();
    const from = performance.now();
    let sum = 0;
    for (let q = 0; q < people; q++) sum += ranker.rows(q).length;
    const spent = process.cpuUsage(used);
    if (sum === 0) throw new Error('Nobody fits anything');
    if (run < 3) continue;
    wall.push(performance.now() - from);
    busy.push((spent.user + spent.system) / 1000);
  }
  // each query alone, over all runs after warm-up: the time of its own call
  const single: number[] = [];
  for (let run = 0; run < 3; run++)
    for (let q = 0; q < people; q++) {
      const from = performance.now();
      ranker.rows(q);
      single.push(performance.now() - from);
    }
  single.sort((a, b) => a - b);
  console.log(`${people} people × ${openings} openings, top 10`);
  console.log(
    `  competences of a person after closing: ${(held.length / 2 / (start.length - 1)).toFixed(0)}`,
  );
  console.log(`  made ready (dense ids, closing, both indices): ${ms(ready)}`);
  console.log(
    `  all lists: least ${ms(Math.min(...wall))}, median ${ms(middle(wall))}, processor least ${ms(Math.min(...busy))}, median ${ms(middle(busy))}; ` +
      `${(pairs / people).toFixed(0)} pairs a query, ${(pairs / 1000 / Math.min(...wall)).toFixed(0)} M pairs/s`,
  );
  console.log(
    `  a query: median ${ms(middle(single))}, p99 ${ms(single[Math.floor(single.length * 0.99)]!)}, worst ${ms(single.at(-1)!)}`,
  );
}

/** The first lists against a full search by the verifier: the bench must not measure a wrong answer. */
function check(): void {
  const instance = market(21, { people: 60, openings: 1500, skills: 13_900, held: 40, asked: 40 });
  const answer = fitAll(instance);
  const wrong = verifyFit(instance, { ...answer, explanations: answer.explanations.slice(0, 40) });
  if (wrong.length > 0) throw new Error(`The verifier disagrees: ${JSON.stringify(wrong[0])}`);
  console.log('60 people × 1500 openings: every list equals the full search');
}

check();
measure({ people: 7000, openings: 1500 }, 15);
if (large) measure({ people: 20_000, openings: 100_000 }, 1);
