import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { readSheet, writeSheet } from '../../platform/sheets/index.ts';
import { runJob } from '../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { addStudent } from '../practice/testing/scene.test.kit.ts';
import { importOutcomes } from '../programmes/index.ts';
import { openOutcomesJob } from './outcomes/open-outcomes.job.ts';
import { COLUMN_OF, expectedOf, faultsOf } from './rules/form-controls.ts';
import { formTable, type SheetRow } from './rules/form-sheet.ts';
import { agreed, CODE, consentTo, type Hiring, makeHiring } from './testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Hiring;
interface Answer {
  id: string;
  months: number;
  what: string | null;
  how: string | null;
}
interface List {
  rows: { name: string | null; people: number; answers: Answer[] }[];
}

beforeEach(async () => {
  world = await freshWorld();
  scene = await makeHiring(world);
});

/** The scene's group has graduated in 2027; the questions of its months are open. */
async function graduated(more: string[] = [], on = '2028-07-01T09:00:00Z') {
  for (const surname of more) await addStudent(world, scene.base, surname, '2007-01-01');
  await sql`update programmes.student set status = 'graduated'`.execute(world.db);
  world.clock.set(on);
  await runJob(world, openOutcomesJob, {});
}
const list = () => world.call<List>('hiring.listOutcomes', { year: 2027 }, scene.deputy);
const question = async (months: number, name = 'Берёзкина') =>
  (await list()).rows.find((it) => it.name?.startsWith(name))?.answers.find((it) => it.months === months)
    ?.id ?? '';
const note = async (months: number, what: string, name?: string, more: object = {}) =>
  world.call('hiring.noteOutcome', { id: await question(months, name), what, ...more }, scene.deputy);

describe('questions at 3, 6 and 12 months', () => {
  test('open when their month has come, once; the college is reminded', async () => {
    await graduated([], '2027-10-02T09:00:00Z');
    expect((await list()).rows.map((it) => it.answers.map((one) => one.months))).toEqual([[3], [3]]);
    await runJob(world, openOutcomesJob, {});
    world.clock.set('2028-07-01T09:00:00Z');
    await runJob(world, openOutcomesJob, {});
    expect((await list()).rows.map((it) => it.answers.map((one) => one.months))).toEqual([
      [3, 6, 12],
      [3, 6, 12],
    ]);
    const tasks = await sql<{ n: number }>`select count(*)::int as n from platform.task
      where kind = 'hiring.outcomes' and state = 'open'`.execute(world.db);
    expect(tasks.rows[0]?.n).toBe(1);
  });

  test('whoever was hired here and still works is answered for by the hire, with evidence for the weights', async () => {
    const lineId = world.newId();
    await sql`insert into needs.line (id, organisation_id, municipality_id, occupation, year, kind, count, confidence, source, stated_on)
      values (${lineId}, ${scene.host}, ${scene.place}, '7212.01', 2027, 'new', 4, 'high', 'тест', '2026-04-01')`.execute(
      world.db,
    );
    await consentTo(world, scene.anna.student);
    const id = await agreed(world, scene.hr, scene.anna, { needLineId: lineId });
    world.clock.set('2027-07-05T09:00:00Z');
    await world.call('hiring.noteStart', { id, came: true, on: '2027-07-05' }, scene.hr);
    await graduated();
    const anna = (await list()).rows.find((it) => it.name?.startsWith('Берёзкина'));
    expect(anna?.answers.map((it) => [it.what, it.how])).toEqual(Array(3).fill(['employed', 'hire']));
    await world.deliver();
    const evidence = await sql<{ spo: string; occupation: string; jobs: number }>`select spo, occupation, jobs
      from classifiers.job_evidence_v`.execute(world.db);
    expect(evidence.rows).toEqual([{ spo: CODE, occupation: '7212.01', jobs: 3 }]);
    const share =
      await sql`select months, graduates, known, employed from hiring.employment_v where months = 12`.execute(
        world.db,
      );
    expect(share.rows).toEqual([{ months: 12, graduates: 2, known: 1, employed: 1 }]);
  });

  test('a graduate answers by a one-time link, once; a second time the link is spent', async () => {
    await graduated();
    const id = await question(12);
    const { sheets, letters } = await world.call<{ letters: number; sheets: { address: string }[] }>(
      'hiring.askOutcomes',
      { ids: [id] },
      scene.deputy,
    );
    expect([letters, sheets.length]).toEqual([0, 1]);
    const token = sheets[0]?.address.split('#')[1] ?? '';
    const visitor = world.as('visitor');
    expect(await world.call('hiring.peekOutcome', { token }, visitor)).toEqual({ open: true, months: 12 });
    const answer = { token, what: 'employed', inField: true, employer: 'Завод' };
    expect(await world.call('hiring.answerOutcome', answer, visitor)).toEqual({ answered: true, why: null });
    expect(await world.call('hiring.answerOutcome', { ...answer, what: 'army' }, visitor)).toEqual({
      answered: false,
      why: 'spent',
    });
    expect(await world.call('hiring.peekOutcome', { token }, visitor)).toEqual({ open: false, months: null });
    const anna = (await list()).rows.find((it) => it.name?.startsWith('Берёзкина'));
    expect(anna?.answers.find((it) => it.months === 12)).toMatchObject({ what: 'employed', how: 'link' });
  });

  test('X-07 answers become criterion Q1 of a bid: the latest answer of each, of who answered, three years back', async () => {
    const share = async (as = world.as('min_edu_specialist')) =>
      world.call<{ years: object | null; weight: number; rows: Record<string, unknown>[] }>(
        'hiring.listEmployment',
        {},
        as,
      );
    await graduated(['Тополев']);
    expect((await share()).rows).toMatchObject([{ graduates: 3, known: 0, share: null, points: null }]);
    await note(3, 'at_risk');
    await note(12, 'employed', 'Берёзкина', { inField: true });
    await note(12, 'employed', 'Тополев', { inField: false });
    const { rows, years, weight } = await share();
    expect([years, weight]).toEqual([{ from: 2027, to: 2027 }, 20]);
    expect(rows).toMatchObject([
      { programmeCode: CODE, graduates: 3, known: 2, employed: 2, inField: 1, share: 0.5, points: 10 },
    ]);
    expect((await share(scene.deputy)).rows).toEqual(rows);
    const stranger = world.as('college_deputy', {
      organisationId: await scene.organisation('college', 'Другой колледж (демо)'),
    });
    expect((await share(stranger)).rows).toEqual([]);
    world.clock.set('2030-07-01T09:00:00Z');
    expect((await share()).rows).toEqual([]);
  });

  test('offices see counts, another college nothing', async () => {
    await graduated();
    await note(12, 'army');
    const office = await world.call<List>(
      'hiring.listOutcomes',
      { year: 2027 },
      world.as('min_edu_specialist'),
    );
    expect(office.rows.map((it) => [it.name, it.people])).toEqual([[null, 2]]);
    expect(JSON.stringify(office)).not.toContain('Берёзкина');
    const stranger = world.as('college_deputy', {
      organisationId: await scene.organisation('college', 'Другой колледж (демо)'),
    });
    expect((await world.call<List>('hiring.listOutcomes', { year: 2027 }, stranger)).rows).toEqual([]);
    await expect(
      world.call('hiring.noteOutcome', { id: await question(6), what: 'army' }, stranger),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('a file: good rows are taken, bad ones are named, the same file again changes nothing', async () => {
    await graduated();
    const csv = [
      'ФИО;Код специальности;Месяцев;Занятость;По специальности;Место работы',
      'Берёзкина Пётр Ильич;15.01.05;12;работает;да;Завод «Маяк»',
      'Юный Пётр Ильич;15.01.05;12;служит по призыву;;',
      'Юный Пётр Ильич;15.01.05;12;учится;;',
      'Никто Никтович;15.01.05;12;работает;;',
      'Юный Пётр Ильич;15.01.05;6;сидит;;',
    ].join('\n');
    const bring = { name: 'выпускники.csv', content: Buffer.from(csv).toString('base64'), year: 2027 };
    const seen = await world.call<{
      fileId: string;
      hash: string;
      answers: number;
      remarks: { row: number }[];
    }>('hiring.previewOutcomeFile', bring, scene.deputy);
    expect(seen).toMatchObject({ rows: 5, answers: 2, same: 0, refused: 3 });
    expect(seen.remarks.map((it) => it.row)).toEqual([4, 5, 6]);
    const apply = { fileId: seen.fileId, hash: seen.hash };
    await expect(
      world.call('hiring.applyOutcomeFile', { ...apply, mode: 'all' }, scene.deputy),
    ).rejects.toMatchObject({
      key: 'hiring:error.fileHasFaults',
    });
    expect(await world.call('hiring.applyOutcomeFile', { ...apply, mode: 'good' }, scene.deputy)).toEqual({
      written: 2,
      refused: 3,
    });
    expect(await world.call('hiring.previewOutcomeFile', bring, scene.deputy)).toMatchObject({
      answers: 0,
      same: 2,
    });
  });
});

describe('the federal form', () => {
  interface Form {
    rows: (SheetRow & { faults: { control: string }[] })[];
    unanswered: number;
  }
  const form = () => world.call<Form>('hiring.getForm', { year: 2027, months: 12 }, scene.deputy);

  test('is filled from the answers with its controls green, and read back without a refused row', async () => {
    await graduated(['Второй', 'Третий', 'Четвёртый', 'Пятый']);
    await note(12, 'employed', 'Берёзкина', { inField: true });
    await note(12, 'registered_unemployed', 'Второй');
    await note(12, 'army', 'Третий');
    await note(12, 'self_employed', 'Четвёртый');
    await world.call(
      'hiring.saveFormPart',
      { programmeCode: CODE, year: 2027, line: 2, counts: { '07': 1, '08': 1 } },
      scene.deputy,
    );
    const { rows, unanswered } = await form();
    expect(unanswered).toBe(2);
    expect(rows).toHaveLength(8);
    expect(rows[0]?.counts).toMatchObject({ '07': 6, '08': 1, '12': 1, '14': 1, '20': 1, '22': 1, '26': 2 });
    expect(rows.flatMap((it) => it.faults)).toEqual([]);
    const bytes = await writeSheet(
      { tables: [formTable('Заречный колледж', rows)], yes: 'да', no: 'нет' },
      { format: 'xlsx' },
    );
    const back = importOutcomes(await readSheet(bytes, { name: 'form.xlsx' }));
    expect(back.fates.filter((it) => it.status === 'refused')).toEqual([]);
    expect(back.rows).toHaveLength(8);
    expect(back.rows[0]).toMatchObject({
      graduates: 6,
      employed: 1,
      selfEmployed: 1,
      army: 1,
      atRisk: 1,
      registeredUnemployed: 1,
      undecided: 2,
    });
    expect(back.rows[0]?.expected).toMatchObject({ employed: 1, atRisk: 3 });
  });

  test('a typed line greater than its whole is red and says where', async () => {
    await graduated();
    await world.call(
      'hiring.saveFormPart',
      { programmeCode: CODE, year: 2027, line: 2, counts: { '07': 9, '08': 9 } },
      scene.deputy,
    );
    const faults = (await form()).rows.flatMap((it) => it.faults.map((one) => one.control));
    expect(new Set(faults)).toEqual(new Set(['part']));
    await expect(
      world.call(
        'hiring.saveFormPart',
        { programmeCode: CODE, year: 2027, line: 2, counts: { '09': 1 } },
        scene.deputy,
      ),
    ).rejects.toMatchObject({ key: 'hiring:error.noColumn' });
  });

  test('any answers whatever add up (property)', () => {
    const answers = fc.array(fc.constantFrom(...Object.keys(COLUMN_OF)), { maxLength: 60 });
    fc.assert(
      fc.property(answers, fc.nat(80), (whats, agreedOnes) => {
        const counts: Record<string, number> = { '07': whats.length };
        for (const what of whats) {
          const column = COLUMN_OF[what] ?? '26';
          counts[column] = (counts[column] ?? 0) + 1;
          if (what === 'registered_unemployed') counts['22'] = (counts['22'] ?? 0) + 1;
        }
        const line = { line: 1, counts, expected: expectedOf(counts, agreedOnes) };
        expect(faultsOf([line]).get(1)).toEqual([]);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
