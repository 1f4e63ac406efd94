// Writes docs/rights.md from every room's rights.ts.
//   node --import tsx scripts/gen-rights.ts [--check]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RightsTable, SCOPES } from '../src/platform/rights/index.ts';
import { type RoomFolder, roomFolders, src } from './rooms.ts';

interface RoomRights {
  room: RoomFolder;
  table: RightsTable;
}

async function rightsOfRooms(): Promise<RoomRights[]> {
  const found: RoomRights[] = [];
  for (const room of roomFolders()) {
    const file = join(room.dir, 'rights.ts');
    if (!existsSync(file)) continue;
    const loaded = (await import(pathToFileURL(file).href)) as { rights?: RightsTable };
    if (loaded.rights) found.push({ room, table: loaded.rights });
  }
  return found;
}

/** The roles of one permission, those of the same scope together: `all: admin, auditor; own: student`. */
function byScope(roles: RightsTable[string]): string {
  return SCOPES.flatMap((scope) => {
    const names = Object.keys(roles).filter((role) => roles[role] === scope);
    return names.length > 0 ? [`**${scope}**: ${names.sort().join(', ')}`] : [];
  }).join('; ');
}

function byRole(rooms: readonly RoomRights[]): string[] {
  const roles = new Map<string, string[]>();
  for (const { table } of rooms)
    for (const [permission, scopes] of Object.entries(table))
      for (const [role, scope] of Object.entries(scopes))
        roles.set(role, [...(roles.get(role) ?? []), `${permission} (${scope})`]);
  return [...roles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, permissions]) => `| ${role} | ${permissions.sort().join(', ')} |`);
}

function print(rooms: readonly RoomRights[]): string {
  const tables = rooms.map(({ room, table }) => {
    const lines = Object.entries(table)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([permission, roles]) => `| \`${permission}\` | ${byScope(roles)} |`);
    return [`## ${room.name}`, '', '| Permission | Scope: roles |', '| --- | --- |', ...lines].join('\n');
  });
  return `${[
    '# Rights',
    'Written by `scripts/gen-rights.ts` from the `rights.ts` of every room. Do not edit.',
    'A permission reaches as far as its scope: `all` the region, `territory` the municipality of the role, `organisation` its organisation, `assigned` what was given to the person, `consented` what a consent opens, `own` the person alone. `everyone` includes visitors, `signedIn` any person with a role.',
    ...tables,
    '## By role',
    ['| Role | Permissions |', '| --- | --- |', ...byRole(rooms)].join('\n'),
  ].join('\n\n')}\n`;
}

async function main(args: readonly string[]): Promise<number> {
  const file = join(src, '../docs/rights.md');
  const text = print(await rightsOfRooms());
  const earlier = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (earlier === text) return 0;
  if (args.includes('--check')) {
    console.error(`${file} differs from the rooms' rights.ts: run scripts/gen-rights.ts`);
    return 1;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
