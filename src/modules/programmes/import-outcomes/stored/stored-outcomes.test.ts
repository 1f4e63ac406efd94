import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../../platform/use-case/index.ts';
import { demoWorld } from '../../../../testing/demo-world.ts';
import { runJob } from '../../../../testing/run-job.ts';
import type { TestWorld } from '../../../../testing/world.ts';
import { importOutcomesJob } from './import-outcomes.job.ts';
import { spellingsOf } from './spellings-of.ts';

interface Seen {
  state: string;
  counts: { rows: number; refused: number };
  effect: { added: number; changed: number; same: number; waiting: number };
  spellings: {
    spelling: string;
    decided: string;
    organisation: { id: string } | null;
    like: { id: string }[];
  }[];
}

let world: TestWorld;
let ministry: Actor;
let college: { id: string; name: string };
const CODE = '15.02.16';

const LABELS = [
  'Всего ',
  'Лица с ограниченными возможностями здоровья',
  '           из них (из строки 02): инвалиды и дети-инвалиды',
  'Инвалиды и дети-инвалиды (кроме учтенных в строке 03)',
  'Имеют договор о целевом обучении',
  '  из них (из строки 05): Лица с ограниченными возможностями здоровья (имеющие договор)',
  '    из строки 06: инвалиды и дети-инвалиды (имеющие договор о целевом обучении)',
  '  из строки 05 инвалиды и дети-инвалиды (кроме учтенных в строке 07)',
];

/** Eight lines of the form for one college and code; counts by column, the others zero. */
function block(name: string, head: Record<number, number>): string[] {
  return LABELS.map((label, i) => {
    const cells: (string | number)[] = [
      i,
      `"${name.replaceAll('"', '""')}"`,
      'региональная',
      'ПОО',
      CODE,
      i + 1,
      label,
    ];
    for (let column = 7; column <= 46; column++)
      cells.push([25, 45, 46].includes(column) ? '' : i === 0 ? (head[column] ?? 0) : 0);
    return [...cells, 'принято', 'принято', 'принято', 'принято'].join(';');
  });
}

const numbers = Array.from({ length: 50 }, (_, i) => String(i + 1).padStart(2, '0'));
const form = (blocks: string[][]) => `${['', ...numbers].join(';')}\n${blocks.flat().join('\n')}\n`;
const ours = (employed: number) => ({
  7: employed + 8,
  8: employed,
  14: 5,
  16: 3,
  28: employed,
  36: 5,
  34: 3,
});

async function bring(text: string) {
  const { id } = await world.call<{ id: string }>(
    'needs.startImport',
    { kind: 'outcomes', year: 2025, file: new File([text], 'форма.csv') },
    ministry,
  );
  await runJob(world, importOutcomesJob, { importId: id, step: 'read' });
  return { id, seen: await world.call<Seen>('needs.getImport', { id }, ministry) };
}

const stored = async () =>
  (
    await sql<{ organisation: string; graduates: number; employed: number; army: number }>`
    select organisation_id as organisation, graduates, employed, army from programmes.outcome
    where employed is not null and year = 2025 order by 1`.execute(world.db)
  ).rows;

beforeAll(async () => {
  world = await demoWorld();
  ministry = world.as('min_edu_specialist');
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, full_name as name from registry.organisation_v
    where kind = 'college' order by id limit 1`.execute(world.db);
  college = rows[0] ?? { id: '', name: '' };
});

test('spellings of a college wait for a person, are summed when decided, and are remembered', async () => {
  const near = `ГБПОУ ${college.name} `.trim();
  const text = form([
    block(college.name, ours(12)),
    block(`${near} (филиал)`, ours(4)),
    block('Чужой колледж', ours(9)),
  ]);
  const { id, seen } = await bring(text);
  expect(seen).toMatchObject({ state: 'read', counts: { rows: 24, refused: 0 } });
  expect(seen.spellings.map((it) => it.decided)).toEqual(['equal', 'waiting', 'waiting']);
  expect(seen.spellings[1]?.like[0]?.id).toBe(college.id);
  expect(seen.effect).toEqual({ added: 1, changed: 0, same: 0, waiting: 16 });
  // all rows cannot be taken while some wait
  await expect(world.call('needs.applyImport', { id, mode: 'all' }, ministry)).rejects.toMatchObject({
    key: 'needs:error.waiting',
  });
  const decide = (spelling: string | undefined, organisationId: string | null) =>
    world.call<Seen['effect']>('needs.decideSpelling', { id, spelling, organisationId }, ministry);
  expect(await decide(seen.spellings[1]?.spelling, college.id)).toMatchObject({ waiting: 8 });
  expect(await decide(seen.spellings[2]?.spelling, null)).toMatchObject({ waiting: 0 });
  await world.call('needs.applyImport', { id, mode: 'all' }, ministry);
  expect(await stored()).toEqual([]);
  await runJob(world, importOutcomesJob, { importId: id, step: 'apply' });
  expect(await stored()).toEqual([{ organisation: college.id, graduates: 32, employed: 16, army: 10 }]);

  const again = await bring(text);
  expect(again.seen.effect).toEqual({ added: 0, changed: 0, same: 1, waiting: 0 });
  const later = await bring(form([block(college.name, ours(13))]));
  expect(later.seen.effect).toEqual({ added: 0, changed: 1, same: 0, waiting: 0 });
  expect(await stored()).toHaveLength(1);
});

test('a file that is no form is refused in words, nothing is stored', async () => {
  const before = await stored();
  const { seen } = await bring('a;b\n1;2\n');
  expect(seen.state).toBe('refused');
  expect(await stored()).toEqual(before);
});

test('only the very name of one college is taken without asking', () => {
  const colleges = [
    { id: 'a', shortName: 'Вятский колледж', fullName: 'КОГПОБУ «Вятский колледж»' },
    { id: 'b', shortName: 'Вятский техникум', fullName: 'КОГПОБУ «Вятский техникум»' },
  ];
  const rows = ['Вятский  колледж', 'ГБПОУ «Вятский колледж»', 'Вятский колледж (Слободской филиал)'].map(
    (it) => ({
      college: it,
    }),
  );
  const found = spellingsOf(rows, colleges);
  expect(found.map((it) => it.equal)).toEqual(['a', null, null]);
  expect(found.map((it) => it.like[0])).toEqual(['a', 'a', 'a']);
});
