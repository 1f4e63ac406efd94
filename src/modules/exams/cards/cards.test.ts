import { createPublicKey, verify } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical, isProof, verifyHistory, verifyRecords } from '../../../platform/history/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';
import { modulesOfPdf, readQr } from '../testing/read-qr.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
let course: Course;
let token: string;
let examineeId: string;

beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
  course = await new Course(world, w).toGraded({ students: 1 });
  await course.call('issueCards', {});
  const { rows } = await sql<{
    token: string;
    examineeId: string;
  }>`select token, examinee_id as "examineeId" from exams.card`.execute(world.db);
  token = rows[0]?.token ?? '';
  examineeId = rows[0]?.examineeId ?? '';
}, 60_000);

const visitor = () => world.as('visitor');
const check = (surname?: string) =>
  world.call<Record<string, unknown>>(
    'exams.checkCard',
    { token, ...(surname ? { surname } : {}) },
    visitor(),
  );
const student = () => course.students[0]?.as ?? w.deputy;
const printed = async () => {
  const input = { examineeId, format: 'pdf', origin: 'https://rostok.test' };
  const { base64 } = await world.call<{ base64: string }>('exams.printCard', input, student());
  return Buffer.from(base64, 'base64');
};
const proofs = () => world.house.all(isProof).map(({ value }) => value);

describe('result card', () => {
  test('without the separate consent there is no public page, as if there were no card', async () => {
    await expect(check()).rejects.toMatchObject({ status: 404 });
  });

  test('with consent a stranger sees initials and grade, the full name only after the surname', async () => {
    await sql`insert into registry.purpose (code, version, basis, text, retention_months, source)
      values ('exam_result_public', 1, 'consent', 'текст', 60, 'тест') on conflict do nothing`.execute(
      world.db,
    );
    await world.call('registry.giveConsent', { purpose: 'exam_result_public', version: 1 }, student());
    expect(await check()).toMatchObject({
      status: 'authentic',
      initials: 'С. П. И.',
      grade: 5,
      fullName: null,
      surname: 'notAsked',
    });
    expect(await check('Иванов')).toMatchObject({ fullName: null, surname: 'wrong' });
    expect(await check(' студентов1 ')).toMatchObject({
      fullName: 'Студентов1 Пётр Ильич',
      surname: 'right',
    });
  });

  test('the signed file is checked by anybody with the public key', async () => {
    const file = await world.call<{ card: object; signature: string; publicKey: string }>(
      'exams.exportCard',
      { examineeId },
      student(),
    );
    const holds = (card: object) =>
      verify(
        null,
        Buffer.from(canonical(card), 'utf8'),
        createPublicKey(file.publicKey),
        Buffer.from(file.signature, 'base64'),
      );
    expect(holds(file.card)).toBe(true);
    expect(holds({ ...file.card, grade: 4 })).toBe(false);
  });

  test('the own card only: another student finds nothing', async () => {
    const other = await w.student('Другой');
    await expect(world.call('exams.exportCard', { examineeId }, other.as)).rejects.toMatchObject({
      status: 404,
    });
  });

  test('the QR code on the printed card is read from the page and leads to this card', async () => {
    const modules = modulesOfPdf(await printed());
    expect(readQr(modules)).toBe(`https://rostok.test/card/${token}`);
    // another code reads otherwise: two modules of data are turned over
    const turned = modules.map((row) => [...row]);
    for (const c of [modules.length - 1, modules.length - 2])
      for (const r of [modules.length - 3, modules.length - 4]) (turned[r] ?? [])[c] = !turned[r]?.[c];
    expect(readQr(turned)).not.toBe(`https://rostok.test/card/${token}`);
  });

  test('card and protocol are drawn as files', async () => {
    expect((await printed()).subarray(0, 4).toString()).toBe('%PDF');
    const protocol = await course.call<{ base64: string }>('printProtocol', { format: 'docx' });
    expect(Buffer.from(protocol.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  test('withdrawal closes the page at once', async () => {
    const { rows } = await sql<{
      id: string;
    }>`select id from registry.consent where purpose = 'exam_result_public'`.execute(world.db);
    await world.call('registry.withdrawConsent', { id: rows[0]?.id }, student());
    await expect(check()).rejects.toMatchObject({ status: 404 });
    // and the paper is printed without the code
    const bare = await printed();
    expect(() => modulesOfPdf(bare)).toThrow('no QR code');
  });
});

describe('what is signed stays, and a change past the program is found', () => {
  test('rows refuse to be changed', async () => {
    for (const table of ['mark', 'result', 'protocol', 'grade', 'card', 'place_sign'])
      await expect(sql`delete from ${sql.table(`exams.${table}`)}`.execute(world.db)).rejects.toMatchObject({
        code: '23514',
      });
  });

  test('history and records are whole; a changed mark, grade and card are named', async () => {
    expect((await verifyHistory(world.db)).faults).toEqual([]);
    const whole = await verifyRecords(world.db, proofs());
    expect(whole.faults).toEqual([]);
    // 9 marks, 3 signatures of the workplace, a result, a protocol, a grade, a card
    expect(whole.records).toBe(16);
    for (const table of ['mark', 'grade', 'card'])
      await sql`alter table ${sql.table(`exams.${table}`)} disable trigger all`.execute(world.db);
    await sql`update exams.mark set value = value + 1 where id = (select min(id::text)::uuid from exams.mark)`.execute(
      world.db,
    );
    await sql`update exams.grade set grade = 4`.execute(world.db);
    await sql`delete from exams.card`.execute(world.db);
    for (const table of ['mark', 'grade', 'card'])
      await sql`alter table ${sql.table(`exams.${table}`)} enable trigger all`.execute(world.db);
    const { faults } = await verifyRecords(world.db, proofs());
    expect(faults.map(({ fault, kind }) => `${fault} ${kind}`).sort()).toEqual([
      'changed exams.grade',
      'changed exams.marks',
      'removed exams.card',
    ]);
  });
});
