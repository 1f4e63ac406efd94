import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist/.sources');
const cache = join(root, 'node_modules/.cache/rostok');

const files = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name))
      : /\.(tsx?|css|svg|json)$/.test(entry.name) && !/\.test\./.test(entry.name)
        ? [join(dir, entry.name)]
        : [],
  );

/** What the built portal and the bundled server were made from. */
function sourcesHash() {
  const hash = createHash('sha256');
  const parts = [
    'index.html',
    'vite.config.ts',
    'package.json',
    'package-lock.json',
    'scripts/region.mjs',
  ].map((name) => join(root, name));
  for (const file of [...files(join(root, 'src')), ...files(join(root, 'region')), ...parts].sort())
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
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

const bundleOf = (wanted) => join(cache, `server-${wanted.slice(0, 16)}`);

/**
 * Puts the server's thousand files into a few, under the hash of their sources. Every file keeps its own address
 * (`import.meta.url`), so migrations, data and worker threads are found where they lie.
 */
async function bundleServer(wanted) {
  const { build } = await import('vite');
  const draft = `${bundleOf(wanted)}.${process.pid}`;
  const ownPlace = {
    name: 'own-place',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || !code.includes('import.meta.url')) return null;
      return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id.split('?')[0]).href));
    },
  };
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [ownPlace],
    build: {
      ssr: join(root, 'src/server/main.ts'),
      outDir: draft,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  for (const name of readdirSync(cache))
    if (name.startsWith('server-') && !draft.endsWith(name)) rmSync(join(cache, name), { recursive: true });
  renameSync(draft, bundleOf(wanted));
}

/** Bundles in a process of its own, after the start and behind everything else that runs. */
function bundleLater(wanted) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'bundle', wanted], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => {});
  child.unref();
}

/** The server from its bundle when there is one of just these sources, else from the sources themselves. */
async function loadMain(wanted) {
  const bundle = join(bundleOf(wanted), 'main.mjs');
  const bundled = process.env.ROSTOK_BUNDLE !== '0' && existsSync(bundle);
  if (bundled) return { bundled, ...(await import(pathToFileURL(bundle).href)) };
  const { register } = await import('tsx/esm/api');
  register();
  return { bundled, ...(await import('../src/server/main.ts')) };
}

/** Starts the server of the composition root while the portal is being built. */
export async function startRegion() {
  // Node 22 and later keep compiled code on the disk
  nodeModule.enableCompileCache?.(join(cache, 'compiled'));
  const wanted = sourcesHash();
  const portal = buildPortal(wanted);
  portal.catch(() => {});
  const { main, bundled } = await loadMain(wanted);
  await main({ portal });
  // a server that is soon stopped again leaves no work behind
  if (!bundled && process.env.ROSTOK_BUNDLE !== '0') setTimeout(bundleLater, 30_000, wanted).unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'bundle') {
  setPriority(constants.priority.PRIORITY_LOW);
  await bundleServer(process.argv[3] ?? '');
}
