// Writes the git-ignored tree.gen.ts files: plain imports of everything the folder tree declares.
// Node built-ins only: it runs before the packages are there (prestart, pretest, the Vite plugin).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

const walk = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]))
    : [];

const posix = (path) => path.split(sep).join('/');
const from = (out, file) => {
  const path = posix(relative(dirname(out), file));
  return path.startsWith('.') ? path : `./${path}`;
};
const write = (out, text) => {
  const whole = `// Written by scripts/discover.mjs from the folder tree. Do not edit.\n${text}`;
  if (existsSync(out) && readFileSync(out, 'utf8') === whole) return;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, whole);
};

const rooms = ['platform', 'modules'].flatMap((storey) =>
  readdirSync(join(src, storey), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ storey, name: entry.name, dir: join(src, storey, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1)),
);

/** What a file declares is seen from its text, so that nothing has to be loaded here. */
const DECLARES =
  /\bexport (const \w+ = |default )(useCase|defineJob|subscribe|defineRule|defineDuty|definePaper|defineTask|defineMail|definePersonalData|defineLinkPurpose|defineAttention|defineFileOwner|defineProof)\b/;
const declares = (file) =>
  /\.ts$/.test(file) &&
  !/(\.test|\.page|\.gen|\.d)\.ts$/.test(file) &&
  !posix(file).includes('/screens/') &&
  DECLARES.test(readFileSync(file, 'utf8'));

function serverTree() {
  const out = join(src, 'tree.gen.ts');
  const lines = [];
  const entries = [];
  let n = 0;
  for (const room of rooms) {
    const parts = [];
    const take = (file) => {
      const id = `m${n++}`;
      lines.push(`import * as ${id} from '${from(out, file)}';`);
      return id;
    };
    for (const part of ['contract', 'rights', 'states', 'settings']) {
      const file = join(room.dir, `${part}.ts`);
      if (existsSync(file)) parts.push(`${part}: ${take(file)}`);
    }
    const files = walk(room.dir).filter(declares);
    if (parts.length || files.length)
      entries.push(
        `  { storey: '${room.storey}', name: '${room.name}', ${[...parts, `files: [${files.map(take).join(', ')}]`].join(', ')} },`,
      );
  }
  const migrations = rooms
    .flatMap((room) => walk(join(room.dir, 'migrations')).map((file) => ({ room, file })))
    .filter(({ file }) => file.endsWith('.sql'))
    .map(({ room, file }) => `  { room: '${room.name}', file: '${posix(relative(src, file))}' },`);
  write(join(src, 'migrations.gen.ts'), `export const migrationFiles = [\n${migrations.join('\n')}\n];\n`);
  write(
    out,
    `${lines.join('\n')}\n\nexport { migrationFiles } from './migrations.gen.ts';\n\nexport const tree = [\n${entries.join('\n')}\n];\n`,
  );
}

function webTree() {
  const out = join(src, 'web/tree.gen.ts');
  const files = [
    ...walk(join(src, 'web/pages')),
    ...rooms.flatMap((room) => walk(join(room.dir, 'screens'))),
  ].filter((file) => file.endsWith('.page.ts'));
  const imports = files.map((file, i) => `import p${i} from '${from(out, file)}';`).join('\n');
  write(out, `${imports}\n\nexport const pages = [${files.map((_, i) => `p${i}`).join(', ')}];\n`);
}

function catalogues() {
  const out = join(src, 'platform/i18n/catalogues.gen.ts');
  const engines = existsSync(join(src, 'engines'))
    ? readdirSync(join(src, 'engines')).map((name) => ({
        name: `engine-${name}`,
        dir: join(src, 'engines', name),
      }))
    : [];
  const places = [
    ...rooms,
    ...engines,
    { name: 'web', dir: join(src, 'web') },
    { name: 'cli', dir: join(src, 'cli') },
    { name: 'server', dir: join(src, 'server') },
  ];
  const imports = [];
  const maps = { ru: [], en: [] };
  let n = 0;
  for (const place of places)
    for (const locale of ['ru', 'en']) {
      const file = join(place.dir, `messages.${locale}.ts`);
      if (!existsSync(file)) continue;
      const take = (path) => {
        const id = `c${n++}`;
        imports.push(`import ${id} from '${from(out, path)}';`);
        return id;
      };
      // what the history says of a room's acts stands in a file of its own
      const done = join(place.dir, `done.${locale}.ts`);
      const words = take(file);
      maps[locale].push(
        `    '${place.name}': ${existsSync(done) ? `{ ...${words}, done: ${take(done)} }` : words},`,
      );
    }
  write(
    out,
    `${imports.join('\n')}\n\nexport const catalogues = {\n  ru: {\n${maps.ru.join('\n')}\n  },\n  en: {\n${maps.en.join('\n')}\n  },\n} as const;\n`,
  );
}

export function discover() {
  serverTree();
  webTree();
  catalogues();
}

discover();
