// A module reads another's views (`<schema>.<noun>_v`), never its tables, and only those of lower floors.
// Imports are the affair of dependency-cruiser; this looks at the SQL.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLOORS, SCHEMA_OF } from './floors.mjs';

const src = fileURLToPath(new URL('../src', import.meta.url));
const walk = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );
const floorOf = new Map(FLOORS.map((name, i) => [name, i]));
const moduleOf = new Map(FLOORS.map((name) => [SCHEMA_OF[name] ?? name, name]));
/** Foreign keys and joins inside migrations may name lower floors' tables. */
const code = /\.(ts|tsx)$/;
const faults = [];

for (const module of readdirSync(join(src, 'modules'))) {
  if (!floorOf.has(module)) faults.push(`modules/${module}: has no floor in scripts/floors.mjs`);
  for (const file of walk(join(src, 'modules', module))) {
    if (!code.test(file) || /\.test\.|tables\.ts$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    for (const [, schema, noun] of text.matchAll(
      /(?:from|join|into|update)\s+["']?([a-z_]+)["']?\.([a-z_]+)/gi,
    )) {
      const owner = moduleOf.get(schema);
      if (!owner || owner === module) continue;
      const where = file.slice(src.length + 1);
      if (!noun.endsWith('_v')) faults.push(`${where}: reads the table ${schema}.${noun} of another room`);
      if ((floorOf.get(owner) ?? 0) > (floorOf.get(module) ?? 0))
        faults.push(`${where}: asks upward, ${schema}.${noun}`);
    }
  }
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
