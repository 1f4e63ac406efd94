import { definePaper } from '../../../platform/papers/index.ts';
import { signedName } from '../../agreements/index.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  componentOf,
  fact,
  hoursOf,
  KIND_OF,
  letterhead,
  programmeOf,
  shortTerm,
} from './phrases.ts';

const WORDS: Record<number, string> = {
  2: '2 (неудовлетворительно)',
  3: '3 (удовлетворительно)',
  4: '4 (хорошо)',
  5: '5 (отлично)',
};

/** The record of marks of a group: «зачётная ведомость». */
export const gradeSheetPaper = definePaper({
  id: 'practice.gradeSheet',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const graded = set.students.filter(({ grade }) => grade !== null);
    const number = (mark: number) => graded.filter(({ grade }) => grade === mark).length;
    return [
      letterhead(set.college),
      { kind: 'paperKind', text: 'ЗАЧЁТНАЯ ВЕДОМОСТЬ' },
      { kind: 'requisites', date: set.gradeSheet.on, number: set.gradeSheet.number },
      centred(`результатов ${KIND_OF[set.practice.kind]}`),
      fact('Группа', `${set.group}, ${programmeOf(set)}`),
      fact('Практика', `${componentOf(set)}, ${hoursOf(set)}`),
      fact('Место и сроки', `${set.host.shortName}, ${shortTerm(set)}`),
      fact('Руководитель практики', set.supervisor?.name ?? ''),
      {
        kind: 'table',
        columns: [
          { title: '№', width: 0.5, align: 'center' },
          { title: 'Фамилия, имя, отчество', width: 4 },
          { title: 'Оценка', width: 2.2, align: 'center' },
          { title: 'Подпись', width: 1.6 },
        ],
        rows: set.students.map(({ name, grade }, i) => [
          String(i + 1),
          name,
          grade === null ? '' : (WORDS[grade] ?? ''),
          '',
        ]),
      },
      ...(graded.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: `Всего ${set.students.length}; «отлично» ${number(5)}, «хорошо» ${number(4)}, «удовлетворительно» ${number(3)}, «неудовлетворительно» ${number(2)}.`,
              align: 'left' as const,
              indent: false,
            },
          ]
        : []),
      {
        kind: 'signatures',
        signers: [{ post: 'Руководитель практики', name: signedName(set.supervisor?.name ?? null) }],
      },
    ];
  },
});
