import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { subjectEntries } from '../../../platform/history/subject-entries.ts';
import { defineTask, openTask } from '../../../platform/tasks/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});

const task = defineTask({
  kind: 'registry.look',
  titleKey: 'registry:card.title',
  actKey: 'registry:card.title',
  path: ({ id }) => `/organisations/${id}`,
});

const organisation = async (shortName: string) =>
  (
    await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind: 'enterprise', fullName: shortName, shortName },
      world.as('admin'),
    )
  ).id;

const person = async (surname: string, organisationId: string) =>
  (
    await world.call<{ personId: string }>(
      'registry.appoint',
      {
        person: { surname, givenName: 'Пётр' },
        role: 'enterprise_hr',
        organisationId,
        from: '2026-01-01',
        ground: 'приказ',
      },
      world.as('admin'),
    )
  ).personId;

const openFor = (organisationId: string) =>
  openTask(world.db, task, {
    for: { role: 'enterprise_hr', organisationId },
    subject: { kind: 'registry.organisation', id: organisationId },
    newId: world.newId,
    now: '2026-11-23T09:00:00Z',
  });

const tasksOf = async (organisationId: string) =>
  (
    await world.call<{ rows: { subject: { id: string } }[] }>(
      'tasks.listMyTasks',
      {},
      world.as('enterprise_hr', { organisationId }),
    )
  ).rows.map((row) => row.subject.id);

const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.db)).rows[0];

/** Sealed entries stay; a repeat of a command asks for who sent it; who has an account is always the record that stays. */
const MAY_STAY = /^platform\.(history|command)\.|^identity\.user\.person_id$/;

test('every bare id of an organisation or a person is known to the merge', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
      and c.data_type = 'uuid' and c.column_name ~ '(^|_)(person|organisation|party|signer|owner)(_person|_organisation)?_id$|_by$|_by_person$'
      and not exists (select 1 from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
        where f.contype = 'f' and f.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name)
      and not exists (select 1 from registry.loose_references() l
        where l.tab = c.table_schema || '.' || c.table_name and l.col = c.column_name)
    order by 1`.execute(world.db);
  expect(rows.map(({ name }) => name).filter((name) => !MAY_STAY.test(name))).toEqual([]);
});

test('tasks and files of the duplicate stand at the survivor, and go back', async () => {
  const [kept, twin] = [await organisation('Лесозавод'), await organisation('Лесо-завод')];
  await openFor(twin);
  await sql`insert into platform.file (id, sha256, size, media_type, name, organisation_id, at, owner_kind, owner_id, attached_at)
    values (${world.newId()}, ${'a'.repeat(64)}, 1, 'text/plain', 'письмо.txt', ${twin}, now(), 'registry.organisation', ${twin}, now())`.execute(
    world.db,
  );
  const { mergeId } = await world.call<{ mergeId: string }>(
    'registry.mergeOrganisations',
    { keepId: kept, mergeId: twin, reason: 'одна запись' },
    world.as('admin'),
  );
  expect(await tasksOf(kept)).toEqual([kept]);
  const file = () =>
    one(
      sql<{ organisation_id: string; owner_id: string }>`select organisation_id, owner_id from platform.file`,
    );
  expect(await file()).toEqual({ organisation_id: kept, owner_id: kept });
  // the same task to both: one of them cannot move, and nothing breaks
  await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
  expect(await file()).toEqual({ organisation_id: twin, owner_id: twin });
  expect([await tasksOf(kept), await tasksOf(twin)]).toEqual([[], [twin]]);
  await openFor(kept);
  const again = await world.call<{ mergeId: string; stayed: number }>(
    'registry.mergeOrganisations',
    { keepId: kept, mergeId: twin, reason: 'одна запись' },
    world.as('admin'),
  );
  expect(await tasksOf(kept)).toContain(kept);
  await world.call('registry.undoMerge', { mergeId: again.mergeId }, world.as('admin'));
  expect([await tasksOf(kept), await tasksOf(twin)]).toEqual([[kept], [twin]]);
});

test('letters and the history of a person are found at the survivor; the sealed entries do not change', async () => {
  const at = await organisation('Спичечная');
  const [kept, twin] = [await person('Спичкин', at), await person('Спичкин', at)];
  await sql`insert into platform.mail (id, template, locale, person_id, content_hash, created_at)
    values (${world.newId()}, 'x', 'ru', ${twin}, 'h', now())`.execute(world.db);
  const owner = async () =>
    (await one(sql<{ person_id: string }>`select person_id from platform.mail where content_hash = 'h'`))
      ?.person_id;
  await sql`insert into platform.history (at, act, use_case, actor_kind, role, subject_kind, subject_id, subject_person_id)
    values (now(), 'read', 'registry.listPersons', 'person', 'admin', 'registry.person', ${twin}, ${twin})`.execute(
    world.db,
  );
  const about = async (id: string) => (await subjectEntries(world.db, `registry.person:${id}`)).length;
  const looks = async (personId: string) =>
    (
      await world.call<{ total: number }>(
        'retention.listLooks',
        {},
        world.as('enterprise_hr', { personId, organisationId: at }),
      )
    ).total;
  const [keptBefore, twinBefore] = [await about(kept), await about(twin)];
  expect(twinBefore).toBeGreaterThan(0);
  const looksBefore = await looks(kept);
  const { mergeId } = await world.call<{ mergeId: string }>(
    'registry.mergePersons',
    { keepId: kept, mergeId: twin, reason: 'один человек' },
    world.as('admin'),
  );
  expect(await owner()).toBe(kept);
  expect(await about(kept)).toBeGreaterThanOrEqual(keptBefore + twinBefore);
  expect(await looks(kept)).toBe(looksBefore + 1);
  const sealed = await one(
    sql<{ n: number }>`select count(*)::int as n from platform.history where subject_person_id = ${twin}`,
  );
  expect(sealed?.n).toBeGreaterThan(0);
  await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
  expect(await owner()).toBe(twin);
  expect(await about(twin)).toBe(twinBefore);
});
