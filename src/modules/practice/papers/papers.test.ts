import { mkdirSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillBody } from '../../../platform/papers/index.ts';
import { readStudentLines } from '../rules/student-line.ts';
import { PAPERS_OF_GROUP } from './all-papers.ts';
import { makeArchive, renderOne } from './make-archive.ts';
import { PAPER_KINDS, type PaperKind, type PaperSet } from './paper-set.ts';
import { groupSet } from './testing/paper-set.test.kit.ts';

/** All words of a paper in their order. */
const wordsOf = (kind: PaperKind, set: PaperSet) =>
  JSON.stringify(fillBody(PAPERS_OF_GROUP[kind].paper, set)).replaceAll('\u00a0', ' ');
const pagesOf = (pdf: Uint8Array) =>
  Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Count (\d+)/g),
    ].map((one) => Number(one[1])),
  );

describe('words of the papers', () => {
  test('the agreement has both annexes, its parties in the genitive, people and dates of the practice', () => {
    const words = wordsOf('agreement', groupSet());
    expect(words).toContain('в лице директора Ларионовой Ольги Викторовны, действующей на основании Устава');
    expect(words).toContain(
      'в лице генерального директора Соколова Игоря Павловича, действующего на основании Доверенности № 5',
    );
    expect(words).toContain('Приложение № 1');
    expect(words).toContain('Приложение № 2');
    expect(words).toContain('"5","07.12.2026 – 29.12.2026"');
    expect(words).toContain('не позднее чем за 10 рабочих дней');
  });
  test('orders name dates, people and who answers for them', () => {
    const sending = wordsOf('order', groupSet());
    expect(sending).toContain('О направлении обучающихся группы СВ-24 на производственную практику');
    expect(sending).toContain('Токареву Анну Сергеевну');
    const host = wordsOf('hostOrder', groupSet());
    expect(host).toContain('Ожегова Семёна Ильича, начальника цеха № 2');
    expect(host).toContain('Кузнецов Андрей Павлович, сварщик 6 разряда');
  });
  test('every competence of the plan stands in the task, the appraisal and the report', () => {
    const set = groupSet();
    for (const kind of ['task', 'appraisal', 'report'] as const)
      for (const competence of set.practice.competences) expect(wordsOf(kind, set)).toContain(competence);
  });
  test('the appraisal sheet has two groups, professional and personal', () => {
    const words = wordsOf('appraisal', groupSet());
    expect(words).toContain('1. Профессиональные качества');
    expect(words).toContain('2. Личные качества');
    for (const quality of groupSet().qualities) expect(words).toContain(quality);
  });
  test('names stand in the case the sentence asks for; a surname of another language stays', () => {
    expect(wordsOf('task', groupSet())).toContain('обучающемуся Абрамову Петру Ильичу');
    expect(wordsOf('reference', groupSet())).toContain('на обучающуюся Гусеву Марию Петровну');
    expect(wordsOf('log', groupSet())).toContain('обучающейся Дюма Ольги Андреевны');
  });
  test('consents are asked for those under 18 and for whom the birthday is not known', () => {
    const words = wordsOf('consents', groupSet());
    expect(words).toContain('Абрамова Петра Ильича');
    expect(words).toContain('Дюма Ольги Андреевны');
    expect(words).not.toContain('Ветрова');
    const grown = groupSet({ students: [{ name: 'Ветров Лев Олегович', birthDate: '2008-01-01' }] });
    expect(wordsOf('consents', grown)).toContain('не нужны');
  });
  test('a log has each working day, and what was written', () => {
    const set = groupSet();
    const [first] = set.students;
    if (!first) throw new Error('nobody');
    first.log = [{ day: '2026-12-08', note: 'Подготовка кромок', minutes: 240 }];
    const table = fillBody(PAPERS_OF_GROUP.log.paper, set).find((one) => one.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.length).toBe(17);
    expect(rows[1]).toEqual(['08.12.2026', 'Подготовка кромок', '4', '']);
  });
});

describe('files', () => {
  test('an archive has each chosen paper in each format; personal papers begin anew for each student', async () => {
    const set = groupSet({}, 3);
    const zip = unzipSync(
      await makeArchive(set, {
        kinds: ['order', 'task'],
        formats: ['pdf', 'docx'],
        draft: true,
        demo: false,
      }),
    );
    expect(Object.keys(zip).sort()).toEqual([
      'DOCX/02 Приказ о направлении.docx',
      'DOCX/05 Индивидуальные задания.docx',
      'PDF/02 Приказ о направлении.pdf',
      'PDF/05 Индивидуальные задания.pdf',
      'Список группы.txt',
    ]);
    expect(pagesOf(zip['PDF/05 Индивидуальные задания.pdf'] ?? new Uint8Array())).toBe(3);
    const word = unzipSync(zip['DOCX/05 Индивидуальные задания.docx'] ?? new Uint8Array());
    const body = strFromU8(word['word/document.xml'] ?? new Uint8Array());
    expect(body.match(/<w:sectPr/g)).toHaveLength(3);
    expect(body).toContain('Абрамову Петру Ильичу');
  });
  // to look at: ROSTOK_PAPERS=folder writes every paper there
  test.skipIf(!process.env.ROSTOK_PAPERS)(
    'every paper is written to be looked at',
    async () => {
      const folder = process.env.ROSTOK_PAPERS ?? '';
      mkdirSync(folder, { recursive: true });
      const set = groupSet({}, 3);
      const begun = Date.now();
      for (const kind of PAPER_KINDS)
        writeFileSync(
          `${folder}/${kind}.pdf`,
          await renderOne(kind, set, 'pdf', { draft: true, demo: false }),
        );
      const one = Date.now();
      await makeArchive(groupSet({}, 25), {
        kinds: PAPER_KINDS,
        formats: ['pdf', 'docx'],
        draft: true,
        demo: false,
      });
      console.info(`${PAPER_KINDS.length} papers ${one - begun} ms; archive of 25 ${Date.now() - one} ms`);
    },
    120_000,
  );
});

describe('a pasted list', () => {
  test('is read with numbers in front, birthdays in any place, capitals, tabs and heads', () => {
    const read = readStudentLines(
      [
        '№\tФамилия Имя Отчество\tДата рождения',
        '1. Иванов Пётр Ильич 05.03.2009',
        '2\tПЕТРОВА-ВОДКИНА\tАННА\tСЕРГЕЕВНА\t11.4.2010 г.р.',
        '',
        'Сидоров Олег; 2008-12-31',
        'Ким',
        'Орлов Игорь 31.02.2009',
      ].join('\n'),
    );
    expect(read).toEqual([
      { name: 'Иванов Пётр Ильич', birthDate: '2009-03-05', fault: null },
      { name: 'Петрова-Водкина Анна Сергеевна', birthDate: '2010-04-11', fault: null },
      { name: 'Сидоров Олег', birthDate: '2008-12-31', fault: null },
      { name: 'Ким', birthDate: null, fault: 'oneWord' },
      { name: 'Орлов Игорь', birthDate: null, fault: 'badDate' },
    ]);
  });
});
