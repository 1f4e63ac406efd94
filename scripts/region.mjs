import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleServer } from './bundle-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist/.sources');
const cache = join(root, 'node_modules/.cache/rostok');

const files = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name))
      : /\.(tsx?|css|svg|json|js)$/.test(entry.name) && !/\.test\./.test(entry.name)
        ? [join(dir, entry.name)]
        : [],
  );

const PARTS = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/region.mjs',
  'scripts/bundle-server.mjs',
];

/** What the built portal and the bundled server were made from. Nothing is read again while no file has moved. */
function sourcesHash() {
  const known = join(cache, 'sources.json');
  const parts = PARTS.map((name) => join(root, name));
  const all = [join(root, 'src'), join(root, 'region'), join(root, 'public')].flatMap(files);
  const sources = [...all, ...parts].sort();
  const look = createHash('sha256');
  for (const file of sources) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    look.update(`${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
  }
  const seen = look.digest('hex');
  try {
    const last = JSON.parse(readFileSync(known, 'utf8'));
    if (last.seen === seen) return last.hash;
  } catch {
    // the first start, or a torn note: the files themselves tell
  }
  const hash = createHash('sha256');
  for (const file of sources) hash.update(file.slice(root.length)).update(readFileSync(file));
  const found = hash.digest('hex');
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(known, JSON.stringify({ seen, hash: found }));
  } catch {
    // a folder nobody may write into: the files are read at each start
  }
  return found;
}

/** Builds the portal when its sources have changed since the last build. */
export function buildPortal(wanted = sourcesHash()) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const vite = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
      },
    );
    vite.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`vite build ended with ${code}`));
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(stamp, wanted);
      resolve();
    });
  });
}

/**
 * The server from the bundle of just these sources, or from the sources themselves when bundling is off or fails:
 * reading a thousand files one by one costs more than making the bundle.
 */
async function loadMain(wanted) {
  if (process.env.ROSTOK_BUNDLE !== '0') {
    const bundle = await bundleServer(wanted).catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return null;
    });
    if (bundle) return import(pathToFileURL(join(bundle, 'main.mjs')).href);
  }
  const { register } = await import('tsx/esm/api');
  register();
  return import('../src/server/main.ts');
}

/** Starts the server of the composition root while the portal is being built. */
export async function startRegion() {
  // Node 22 and later keep compiled code on the disk
  nodeModule.enableCompileCache?.(join(cache, 'compiled'));
  const wanted = sourcesHash();
  const portal = buildPortal(wanted);
  portal.catch(() => {});
  const { main } = await loadMain(wanted);
  await main({ portal });
}
