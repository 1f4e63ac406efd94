// Puts the server's thousand files and the packages they use into a few, so that a start reads a few files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const cache = join(root, 'node_modules/.cache/rostok');
/** A server that still runs from an older bundle finds its threads there. */
const KEPT = 3;

/** Packages that bring files of their own (WebAssembly, native code) or a loader stay where they are installed. */
const IN_PLACE = [/^@electric-sql\/pglite/, /^highs/, /^@myriaddreamin\//, /^tsx/, /^vite/, /^pg-native/];

const bundleOf = (wanted) => join(cache, `server-${wanted.slice(0, 16)}`);

const walk = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );

const threadName = (file) => relative(src, file).replace(/\.ts$/, '').split(sep).join('-');

/**
 * Every file keeps its own address (`import.meta.url`), so migrations and data are found where they lie; only the
 * entry of a thread is led to its bundled form.
 */
const ownPlace = {
  name: 'own-place',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(src) || !code.includes('import.meta.url')) return null;
    const file = id.split('?')[0];
    return code
      .replaceAll(
        /new URL\('(\.[^']*\.worker\.ts)', import\.meta\.url\)/g,
        (_, path) => `new URL('./${threadName(join(dirname(file), path))}.mjs', __ROSTOK_THREADS__)`,
      )
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
  },
};

/** The bundle of the sources with this hash; made when it is not there, in a process of its own. */
export async function bundleServer(wanted) {
  const place = bundleOf(wanted);
  if (existsSync(place)) return place;
  // building sets NODE_ENV and holds memory: neither belongs in the server
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), wanted], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`bundling ended with ${code}`);
  return place;
}

/** Builds the server and its threads under the hash of their sources. */
async function makeBundle(place) {
  const { build } = await import('vite');
  const draft = `${place}.${process.pid}`;
  const bundle = (input, outDir) =>
    build({
      configFile: false,
      root,
      logLevel: 'silent',
      publicDir: false,
      plugins: [ownPlace],
      define: {
        __ROSTOK_THREADS__: JSON.stringify(pathToFileURL(join(place, 'threads/')).href),
        // packages ask how the server runs, not how it was bundled
        'process.env.NODE_ENV': 'process.env.NODE_ENV',
      },
      ssr: { noExternal: true, external: [], target: 'node' },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input,
          external: IN_PLACE,
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    });
  mkdirSync(cache, { recursive: true });
  await bundle({ main: join(src, 'server/main.ts') }, draft);
  const threads = walk(src).filter((file) => file.endsWith('.worker.ts'));
  await bundle(Object.fromEntries(threads.map((file) => [threadName(file), file])), join(draft, 'threads'));
  const older = readdirSync(cache)
    .filter((name) => name.startsWith('server-') && !draft.endsWith(name))
    .map((name) => ({ name, at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of older.slice(KEPT - 1)) rmSync(join(cache, name), { recursive: true, force: true });
  try {
    renameSync(draft, place);
  } catch (error) {
    // another start was quicker
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeBundle(bundleOf(process.argv[2] ?? ''));
