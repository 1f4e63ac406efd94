// `npm test`: checks (format, lint, types, borders, generated files), then the whole suite on an embedded Postgres.
// `--drills`: the slow drills instead. `--checks` and `--suite` run one half.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const only = (name) => args.includes(name);

/** Runs one command; what it says is shown at once, or in one piece when it ends. */
function run([title, command, commandArgs], { atOnce = true, env = {} } = {}) {
  if (atOnce) console.log(`\n— ${title}`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, {
      cwd: root,
      stdio: ['ignore', atOnce ? 'inherit' : 'pipe', atOnce ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (status) => {
      if (!atOnce) console.log(`\n— ${title}\n${Buffer.concat(said).toString().trimEnd()}`);
      console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve(status === 0);
    });
  });
}

const failed = [];

async function check(next) {
  if (!(await run(next, { atOnce: false }))) failed.push(next[0]);
}

/** Two at a time, the longest first: as many as the smallest machine has processors. */
async function runChecks() {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
  };
  await Promise.all([lane(), lane()]);
}

const bin = (name) => `${root}node_modules/.bin/${name}`;
const checks = [
  // the compiler of version 7, a third of the work; one thread does less of it than several. The tools that read
  // our sources through the compiler's library still need version 6.
  [
    'types',
    `${root}node_modules/typescript-native/bin/tsc`,
    ['--noEmit', '--singleThreaded', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'],
  ],
  ['dead code and unused packages', bin('knip'), ['--no-progress']],
  ['generated tables and rights', process.execPath, ['--import', 'tsx', 'scripts/gen-tables.ts', '--check']],
  [
    'borders between rooms',
    bin('depcruise'),
    ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['list of rights', process.execPath, ['--import', 'tsx', 'scripts/gen-rights.ts', '--check']],
  ['list of roles', process.execPath, ['--import', 'tsx', 'scripts/gen-roles.ts', '--check']],
  ['tables of other rooms', process.execPath, ['scripts/check-borders.mjs']],
];

const suite = (title, env) => run([title, bin('vitest'), ['run']], { env });
let good = true;
if (only('--drills')) good = await suite('drills', { ROSTOK_DRILLS: '1' });
else {
  if (!only('--suite')) await runChecks();
  if (!only('--checks')) good = await suite('suite');
}
if (failed.length > 0) console.error(`\nFailed checks, see above: ${failed.join(', ')}`);
process.exit(good && failed.length === 0 ? 0 : 1);
