// Writes docs/roles.md from the registry's table of roles.
//   node --import tsx scripts/gen-roles.ts [--check]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROLES, type RoleName } from '../src/modules/registry/roles.ts';
import { translateId } from '../src/platform/i18n/index.ts';
import { src } from './rooms.ts';

const rows = (Object.keys(ROLES) as RoleName[]).map((name) => {
  const { kinds, actors, appointedBy } = ROLES[name];
  const cells = [
    `\`${name}\``,
    translateId('ru', `registry:role.${name}`),
    translateId('en', `registry:role.${name}`),
    kinds.join(', '),
    actors.join(', '),
    appointedBy.map((role) => `\`${role}\``).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
});

const text = `# Roles

Written by \`scripts/gen-roles.ts\` from \`src/modules/registry/roles.ts\`. Do not edit.

A role is a kind of organisation × a function in it; what it may do stands in [rights.md](rights.md). Actors are the R-xx of the field's guide. A person may hold several roles, each with its dates. \`appointed by\` says who may appoint whom: inside their own organisation, unless the right reaches further.

| Role | In Russian | In English | Kinds of organisation | Actors | Appointed by |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${rows.length} roles.
`;

const file = join(src, '../docs/roles.md');
const earlier = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (earlier !== text) {
  if (process.argv.includes('--check')) {
    console.error(`${file} differs from roles.ts: run scripts/gen-roles.ts`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(file);
  }
}
