import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist/.sources');

const files = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name))
      : /\.(tsx?|css|svg|json)$/.test(entry.name) && !/\.test\./.test(entry.name)
        ? [join(dir, entry.name)]
        : [],
  );

/** What the built portal was made from. */
function sourcesHash() {
  const hash = createHash('sha256');
  const parts = [join(root, 'index.html'), join(root, 'vite.config.ts'), join(root, 'package-lock.json')];
  for (const file of [...files(join(root, 'src')).sort(), ...parts])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds the portal when its sources have changed since the last build. */
export function buildPortal() {
  const wanted = sourcesHash();
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

/** Starts the server of the composition root while the portal is being built. */
export async function startRegion() {
  register();
  const portal = buildPortal();
  portal.catch(() => {});
  const { main } = await import('../src/server/main.ts');
  await main({ portal });
}
