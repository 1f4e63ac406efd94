import { definePaper } from '../../../platform/papers/index.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  forEach,
  gendered,
  hostSigns,
  hoursOf,
  KIND_TO,
  letterhead,
  mentorSigns,
  plain,
  programmeOf,
  shortTerm,
  supervisorSigns,
} from './phrases.ts';

const told = (mastered: boolean | null) => (mastered === null ? '' : mastered ? 'освоена' : 'не освоена');

/** The appraisal sheet: competences and personal qualities, both groups required (M-37). */
export const appraisalPaper = definePaper({
  id: 'practice.appraisal',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body: (set) =>
    forEach(set, (student) => {
      const competences =
        student.competences.length > 0
          ? student.competences.map((one) => [
              [one.code, one.title].filter(Boolean).join(' '),
              told(one.mastered),
            ])
          : set.practice.competences.map((one) => [one, '']);
      const qualities =
        student.qualities.length > 0
          ? student.qualities.map(({ title, mark }) => [title, mark === null ? '' : String(mark)])
          : set.qualities.map((title) => [title, '']);
      return [
        letterhead(set.college),
        { kind: 'paperKind', text: 'АТТЕСТАЦИОННЫЙ ЛИСТ' },
        centred('по практике: профессиональные и личные качества\n\u00a0'),
        {
          kind: 'paragraph',
          text: `${student.name}, ${gendered(student.name, 'обучающийся', 'обучающаяся', 'обучающийся(аяся)')} группы ${set.group} по программе ${programmeOf(set)}, ${gendered(student.name, 'прошёл', 'прошла', 'прошёл(ла)')} ${KIND_TO[set.practice.kind]} (${set.practice.title}, ${hoursOf(set)}) в ${set.host.shortName} ${shortTerm(set)}.`,
        },
        { kind: 'heading', text: '1. Профессиональные качества: освоение компетенций' },
        {
          kind: 'table',
          columns: [
            { title: 'Компетенция, виды работ', width: 6 },
            { title: 'Освоена, не освоена', width: 2, align: 'center' },
          ],
          rows:
            competences.length > 0
              ? competences
              : [
                  ['\n', ''],
                  ['\n', ''],
                ],
        },
        { kind: 'heading', text: '2. Личные качества (от 1 до 5)' },
        {
          kind: 'table',
          columns: [
            { title: 'Качество', width: 6 },
            { title: 'Отметка', width: 2, align: 'center' },
          ],
          rows: qualities,
        },
        plain('Лист действителен, когда заполнены обе части.'),
        { kind: 'signatures', signers: [mentorSigns(student), hostSigns(set), supervisorSigns(set)] },
      ];
    }),
});
