// `npm test`: checks (format, lint, types, borders, generated files), then the whole suite on an embedded Postgres.
// `--drills`: the slow drills instead. `--checks` and `--suite` run one half.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const only = (name) => args.includes(name);

function run(title, command, commandArgs, env = {}) {
  console.log(`\n— ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

const bin = (name) => `${root}node_modules/.bin/${name}`;
const checks = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json']],
  [
    'borders between rooms',
    bin('depcruise'),
    ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  ['tables of other rooms', process.execPath, ['scripts/check-borders.mjs']],
  ['dead code and unused packages', bin('knip'), ['--no-progress']],
  ['generated tables and rights', process.execPath, ['--import', 'tsx', 'scripts/gen-tables.ts', '--check']],
  ['list of rights', process.execPath, ['--import', 'tsx', 'scripts/gen-rights.ts', '--check']],
  ['list of roles', process.execPath, ['--import', 'tsx', 'scripts/gen-roles.ts', '--check']],
];

let good = true;
if (only('--drills')) good = run('drills', bin('vitest'), ['run'], { ROSTOK_DRILLS: '1' });
else {
  if (!only('--suite')) for (const check of checks) good = run(...check) && good;
  if (!only('--checks')) good = run('suite', bin('vitest'), ['run']) && good;
}
process.exit(good ? 0 : 1);
