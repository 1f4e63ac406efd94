import { definePaper } from '../../../platform/papers/index.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  forEach,
  hostSigns,
  KIND_OF,
  letterhead,
  studentHead,
  studentSigns,
  supervisorSigns,
  toStudent,
} from './phrases.ts';

/** The individual task: kinds of work by the competences of the plan, agreed with the plant. */
export const taskPaper = definePaper({
  id: 'practice.task',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body: (set) =>
    forEach(set, (student) => [
      letterhead(set.college),
      { kind: 'paperKind', text: 'ИНДИВИДУАЛЬНОЕ ЗАДАНИЕ' },
      centred(`на период ${KIND_OF[set.practice.kind]} ${toStudent(student)}\n\u00a0`),
      ...studentHead(set, student),
      { kind: 'heading', text: 'Содержание задания' },
      {
        kind: 'table',
        columns: [
          { title: '№', width: 0.5, align: 'center' },
          { title: 'Осваиваемая компетенция', width: 4 },
          { title: 'Виды работ', width: 3.5 },
          { title: 'Отметка о выполнении', width: 1.6 },
        ],
        rows: (set.practice.competences.length > 0 ? set.practice.competences : ['\n', '\n', '\n', '\n']).map(
          (one, i) => [String(i + 1), one, i === 0 ? (set.practice.works ?? '') : '', ''],
        ),
      },
      {
        kind: 'paragraph',
        text: 'К окончанию практики сдать: заполненный дневник, отчёт, аттестационный лист и характеристику.',
      },
      { kind: 'signatures', signers: [supervisorSigns(set), hostSigns(set), studentSigns(student)] },
    ]),
});
