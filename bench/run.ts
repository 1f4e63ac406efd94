// All figures of the engines in one run. Each bench has a process of its own, so that memory is its own too.
// Usage: npm run bench -- [--quick] [--fap FILE.csv] [--only forecast|seats|placement|staffing|fit]
//   --quick  a small region for the forecast, the peers' size for the order: about a minute
//   --fap    the DARES table of employment by occupation, effectifs_3niv.csv (has no licence to be shipped)
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fapToLong } from './forecast/fap-to-long.ts';
import { comparePeers } from './seats/peers.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, fap: { type: 'string' }, only: { type: 'string' } },
});
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const busy = () => loadavg().map((one) => one.toFixed(1));

/** Runs one bench to its end, its words on our screen. */
function bench(title: string, file: string, args: string[] = []): Promise<void> {
  console.log(`\n— ${title}`);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path(file), ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => {
      console.log(
        `  ${((performance.now() - started) / 1000).toFixed(1)} s, load average ${busy().join(' ')}`,
      );
      if (code === 0) resolve();
      else reject(new Error(`${title}: ended with ${code}`));
    });
  });
}

/** The backtest on the French record, when it is at hand: by argument, else beside the checkout. */
async function backtest(): Promise<void> {
  const places = [values.fap, path('../../shared/data/dares-fap/effectifs_3niv.csv')];
  const found = places.find((file) => file && existsSync(file));
  if (!found) {
    console.log('\n— Backtest: skipped, the DARES table is not at hand (--fap effectifs_3niv.csv)');
    return;
  }
  const home = mkdtempSync(join(tmpdir(), 'rostok-bench-'));
  try {
    const long = join(home, 'fap.csv');
    writeFileSync(long, fapToLong(readFileSync(found, 'latin1')));
    await bench('Backtest: French employment by occupation', 'forecast/print-backtest.ts', [
      long,
      values.quick ? '4' : '1,4,7,10',
    ]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

console.log(`Node ${process.version}, ${cpus().length} processors, load average ${busy().join(' ')}`);
const asked = (engine: string) => values.only === undefined || values.only === engine;
if (asked('forecast')) {
  await bench('Forecast of a whole region', 'forecast/region-run.ts', values.quick ? ['600'] : []);
  await backtest();
}
if (asked('seats')) {
  if (values.quick) {
    console.log('\n— Training order: the peers’ size');
    console.table(await comparePeers());
  } else await bench('Training order: a whole region, small regions, peers', 'seats/run.ts');
}
if (asked('placement'))
  await bench('Practice placement', 'placement/run.ts', values.quick ? ['1,6,7,17,18,19'] : []);
if (asked('staffing')) await bench('Staffing of exams', 'staffing/run.ts', values.quick ? ['--quick'] : []);
if (asked('fit')) await bench('Fit of people and openings', 'fit/run.ts');
console.log(
  '\nTimes of a shared machine are noisy; processor seconds and the load average stand beside them.',
);
process.exit(0);
