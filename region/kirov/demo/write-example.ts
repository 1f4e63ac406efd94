import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleTexts, exampleWorkbooks } from './example/folder.ts';
import { generateDemo } from './generate.ts';

/** Writes `examples/kirov` anew: `npx tsx region/kirov/demo/write-example.ts [folder]`. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../examples/kirov', import.meta.url));
const region = generateDemo('small');
mkdirSync(folder, { recursive: true });
for (const [name, text] of exampleTexts(region)) writeFileSync(join(folder, name), text);
for (const [name, bytes] of await exampleWorkbooks(region)) writeFileSync(join(folder, name), bytes);
