// cyrillic: columns of the federal platform's files
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/index.ts';
import { isProof, verifyHistory, verifyRecords } from '../../../platform/history/index.ts';
import { allDuties, isPersonalData } from '../../../platform/retention/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { AT, DAY, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
let paper: Course;
let federal: Course;
beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
}, 120_000);

const operator = (personId: string) => world.as('exam_operator_coordinator', { personId });
/** Grades and cards, as the board and the college make them. */
async function toCards(course: Course) {
  await course.sign();
  await course.move('transfer', course.chief.as);
  await course.call('setGrades', {}, course.w.chair);
  await course.call('issueCards', {});
  return (await course.card()).people.map(({ points, grade }) => [points, grade]);
}
const times = (course: Course, ids: string[]) =>
  course.call('noteTimes', { examineeIds: ids, startedAt: AT.day, endedAt: `${DAY}T10:30:00.000Z` });

describe('an exam marked on paper', () => {
  test('EX-07 two people type it, each alone; what differs is told, a third typing counts, the grade follows', async () => {
    paper = await new Course(world, w).toRunning({ students: 2, source: 'paper' });
    const people = (await paper.card()).people.map(({ id }) => id);
    const [a = '', b = ''] = people;
    const [first, second, third] = [
      await w.person('Печатин'),
      await w.person('Печатников'),
      await w.person('Третьяк'),
    ];
    const line = (examineeId: string, A: number, B: number) => ({
      examineeId,
      criteria: [
        { code: 'А', points: A },
        { code: 'Б', points: B },
      ],
    });
    const type = (lines: object[], who: string) =>
      paper.call<{ typed: number; differences: object[] }>('typePaper', { lines }, operator(who));
    const sheet = (who: string) =>
      paper.call<{ typed: number; own: object[]; differences: object[] }>('getPaper', {}, operator(who));

    await expect(type([line(a, 3001, 0), line(b, 0, 0)], first)).rejects.toMatchObject({
      key: 'exams:rule.EX-04',
    });
    await expect(type([line(a, 3000, 0)], first)).rejects.toMatchObject({ key: 'exams:error.everyExaminee' });
    expect(await type([line(a, 3000, 1050), line(b, 0, 500)], first)).toMatchObject({ typed: 1 });
    world.clock.set(AT.end);
    await times(paper, people);
    await expect(paper.move('mark')).rejects.toMatchObject({ rule: 'EX-07' });
    // the second sees that somebody has typed, never what
    expect(await sheet(second)).toMatchObject({ typed: 1, own: [], differences: [] });
    world.clock.set(`${DAY}T12:01:00Z`);
    expect((await type([line(a, 3000, 1005), line(b, 0, 500)], second)).differences).toEqual([
      { examineeId: a, code: 'Б', first: 1005, second: 1050 },
    ]);
    await expect(paper.move('mark')).rejects.toMatchObject({ rule: 'EX-07' });
    // a third person types; the last two count, whoever was first
    world.clock.set(`${DAY}T12:02:00Z`);
    expect((await type([line(a, 3000, 1005), line(b, 0, 500)], third)).differences).toEqual([]);
    await paper.move('mark');
    expect(await toCards(paper)).toEqual([
      [4005, 5],
      [500, 2],
    ]);
  });
});

describe('an exam of the federal platform', () => {
  test('group, experts and results come in files; everything else goes as ever, to the grade and the card', async () => {
    // another college on the same day
    world.clock.set('2027-03-01T09:00:00Z');
    const other = await examWorld(world);
    federal = new Course(world, other);
    await federal.plan({ students: 0, source: 'federal' });
    const names = ['Федералов', 'Платформин'];
    federal.students = await Promise.all(names.map((name) => other.student(name)));
    const bring = async (kind: string, text: string) => {
      const content = Buffer.from(text, 'utf8').toString('base64');
      const { fileId } = await federal.call<{ fileId: string }>('previewFederalFile', {
        kind,
        name: `${kind}.csv`,
        content,
      });
      return world.call<{ taken: number }>('exams.applyFederalFile', { fileId }, w.operator);
    };
    const full = (surname: string) => `${surname} Пётр Ильич`;
    expect(
      await bring('groups', `ФИО;Код участника\n${full('Федералов')};Ф-1\n${full('Платформин')};Ф-2`),
    ).toMatchObject({ taken: 2 });
    federal.chief = await other.expert('Федглавин', 'chief');
    federal.line = await Promise.all(['Федэксов', 'Федэксин', 'Федэксан'].map((name) => other.expert(name)));
    const experts = ['Федэксов', 'Федэксин', 'Федэксан'].map((name) => `${full(name)};линейный эксперт`);
    await bring('experts', ['ФИО;Роль', `${full('Федглавин')};главный эксперт`, ...experts].join('\n'));
    federal.technical = await other.person('Федтехник');
    const seats = [
      { personId: federal.technical, role: 'technical' },
      { personId: other.board.witness, role: 'witness' },
    ];
    await federal.call('saveSeats', { seats });
    await federal.answer();
    await federal.confirm();
    await federal.prepare();
    await federal.start();
    await expect(
      federal.call('sendMarks', { marks: [federal.mark(other.kitId, other.kitId, 0)] }, federal.line[0]?.as),
    ).resolves.toMatchObject({
      answers: [{ outcome: 'refused', key: 'exams:error.otherSource' }],
    });
    const people = (await federal.card()).people.map(({ id }) => id);
    world.clock.set(AT.end);
    await times(federal, people);
    // nobody's points are guessed: without the file there is nothing to close
    await expect(federal.move('mark')).rejects.toMatchObject({
      rule: 'EX-06',
      key: 'exams:rule.EX-06.noResult',
    });
    // by the platform's own number, though the name is written otherwise
    await bring('results', 'ФИО;Код участника;Итоговый балл\nФЕДЕРАЛОВА П.;Ф-1;41,67\nПлатформин П И;Ф-2;12');
    await federal.move('mark');
    expect((await toCards(federal)).sort()).toEqual([
      [1200, 3],
      [4167, 5],
    ]);
    const files = await world.call<{
      rows: { kind: string; rows: number | null; appliedAt: string | null }[];
    }>('exams.listFederalFiles', {}, w.operator);
    expect(files.rows.map(({ kind, rows }) => [kind, rows]).sort()).toEqual([
      ['experts', 4],
      ['groups', 2],
      ['results', 2],
    ]);
  });
});

describe('papers', () => {
  test.each(['briefing', 'draw', 'check', 'statement'])('%s is drawn as PDF and DOCX', async (name) => {
    const print = (format: string) =>
      paper.call<{ base64: string }>('printExamPaper', { paper: name, format });
    expect(
      Buffer.from((await print('pdf')).base64, 'base64')
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
    expect(
      Buffer.from((await print('docx')).base64, 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
  test('there is none of what has not happened yet', async () => {
    const other = await new Course(world, w).plan({ students: 1, day: '2027-06-25' });
    await expect(other.call('printExamPaper', { paper: 'draw', format: 'pdf' })).rejects.toMatchObject({
      key: 'exams:error.noPaperYet',
    });
  });
});

const proofs = () => world.house.all(isProof).map(({ value }) => value);
const faults = async () =>
  (await verifyRecords(world.db, proofs())).faults.map(({ fault, kind }) => `${fault} ${kind}`).sort();

describe('X-09 what is signed is found when it is changed behind the program’s back', () => {
  test('whole at first', async () => {
    expect((await verifyHistory(world.db)).faults).toEqual([]);
    expect(await faults()).toEqual([]);
  });
  test.each([
    [
      'result',
      'exams.result',
      sql`update exams.result set points = points - 1 where id = (select min(id::text)::uuid from exams.result)`,
    ],
    [
      'protocol',
      'exams.protocol',
      sql`update exams.protocol set content = jsonb_set(content, '{chief}', '"Другой"') where id = (select min(id::text)::uuid from exams.protocol)`,
    ],
    ['grade', 'exams.grade', sql`update exams.grade set grade = 5 where grade = 2`],
    [
      'card',
      'exams.card',
      sql`update exams.card set content = jsonb_set(content, '{grade}', '5') where content ->> 'grade' = '2'`,
    ],
    [
      'paper_entry',
      'exams.paper',
      sql`update exams.paper_entry set content = jsonb_set(content, '{0,criteria,0,points}', '1') where id = (select min(id::text)::uuid from exams.paper_entry)`,
    ],
  ])('a changed row of %s: the table refuses it, and past the table the audit names it', async (table, kind, change) => {
    await expect(change.execute(world.db)).rejects.toMatchObject({ code: '23514' });
    const done = sql`rollback`;
    await expect(
      inTransaction(world.db, async (tx) => {
        await sql`alter table ${sql.table(`exams.${table}`)} disable trigger all`.execute(tx);
        await change.execute(tx);
        const found = (await verifyRecords(tx, proofs())).faults.map(
          ({ fault, kind: of }) => `${fault} ${of}`,
        );
        expect(found).toEqual([`changed ${kind}`]);
        throw done;
      }),
    ).rejects.toBe(done);
    expect(await faults()).toEqual([]);
  });
});

describe('how long it is kept, and what a person is shown', () => {
  const held = async (personId: string) => {
    const out: Record<string, number> = {};
    for (const { value } of world.house.all(isPersonalData))
      if (value.id.startsWith('exams.')) {
        const records = await inTransaction(world.db, (tx) => value.collect(tx, personId));
        if (records.length > 0) out[value.id] = records.length;
      }
    return out;
  };
  const duty = (id: string, before: string) =>
    inTransaction(world.db, async (tx) => {
      const found = allDuties().find((one) => one.id === id);
      return found?.run(tx, { today: '2029-01-01', before, now: '2029-01-01T00:00:00Z', newId: world.newId });
    });

  test('«Мои данные» shows the exam, the points typed from paper and the files that name a person', async () => {
    expect(await held(paper.students[0]?.personId ?? '')).toEqual({ 'exams.examinee': 1, 'exams.paper': 3 });
    expect(await held(federal.students[0]?.personId ?? '')).toEqual({
      'exams.examinee': 1,
      'exams.federal': 2,
    });
    expect(await held(federal.line[0]?.personId ?? '')).toEqual({ 'exams.federal': 1, 'exams.seat': 1 });
    expect(await held(w.board.chair)).toEqual({ 'exams.board': 1 });
  });

  test('federal files and typings are emptied after their term, and the audit stays whole', async () => {
    // group and experts were brought in April, results on the day
    const emptied: unknown[] = [];
    for (const before of ['2027-04-01', '2027-06-01', '2027-06-16', '2027-12-01'])
      emptied.push(await duty('exams.federalFiles', before));
    expect(emptied).toEqual([0, 2, 0, 1]);
    expect(await held(federal.line[0]?.personId ?? '')).toEqual({ 'exams.seat': 1 });
    // an exam that is not over keeps its typings
    expect(await duty('exams.typedPapers', '2028-12-01')).toBe(0);
    await sql`update exams.session set state = 'closed' where id = ${paper.id}`.execute(world.db);
    expect(await duty('exams.typedPapers', '2028-12-01')).toBe(3);
    expect(await held(paper.students[0]?.personId ?? '')).toEqual({ 'exams.examinee': 1 });
    expect(await faults()).toEqual([]);
  });

  test('assistants and the words of decided appeals are erased; the decision stays', async () => {
    const { id = '', studentId } = (await federal.card()).people[0] ?? {};
    await sql`update exams.examinee set helper = 'Тьютор', helper_on = '2027-06-01' where id = ${id}`.execute(
      world.db,
    );
    await sql`insert into exams.appeal (id, examinee_id, session_id, kind, text, filed_at, filed_on, due_on, state, decision)
      values (${world.newId()}, ${id}, ${federal.id}, 'result', 'жалоба', now(), '2027-06-17', '2027-06-22', 'rejected', 'оставить')`.execute(
      world.db,
    );
    expect([
      await duty('exams.helpers', '2028-12-01'),
      await duty('exams.appealTexts', '2032-12-01'),
    ]).toEqual([1, 1]);
    const { rows } = await sql<{
      helper: string | null;
      text: string;
      decision: string;
    }>`select e.helper, a.text, a.decision
      from exams.appeal a join exams.examinee e on e.id = a.examinee_id where e.student_id = ${studentId}`.execute(
      world.db,
    );
    expect(rows).toEqual([{ helper: null, text: '', decision: 'оставить' }]);
  });
});
