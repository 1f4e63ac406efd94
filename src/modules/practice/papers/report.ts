import { definePaper, longDate } from '../../../platform/papers/index.ts';
import { signedName } from '../../agreements/index.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  componentOf,
  fact,
  forEach,
  gendered,
  KIND_OF,
  letterhead,
  ofStudent,
  programmeOf,
  SHORT_LINE,
  shortTerm,
} from './phrases.ts';

/** The frame of the student's report: title page and the chapters to be written. */
export const reportPaper = definePaper({
  id: 'practice.report',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body: (set) =>
    forEach(set, (student) => [
      letterhead(set.college),
      centred('\u00a0\n\u00a0'),
      { kind: 'paperKind', text: 'ОТЧЁТ' },
      centred(`о прохождении ${KIND_OF[set.practice.kind]}\n${componentOf(set)}`),
      centred(`${ofStudent(student)}\n\n`),
      fact('Группа', set.group),
      fact('Программа', programmeOf(set)),
      fact('Профильная организация', set.host.fullName),
      fact('Сроки', shortTerm(set)),
      fact('Рабочее место', student.place ?? SHORT_LINE),
      {
        kind: 'signatures',
        signers: [
          {
            post: gendered(student.name, 'Выполнил', 'Выполнила', 'Выполнил(а)'),
            name: signedName(student.name),
          },
          { post: 'Проверил руководитель практики', name: signedName(set.supervisor?.name ?? null) },
        ],
      },
      centred(`\n\n\nОценка ${student.grade ?? SHORT_LINE}\n\n${longDate(set.practice.to).slice(-7)}`),
      { kind: 'pageBreak' },
      centred('СОДЕРЖАНИЕ ОТЧЁТА', true),
      {
        kind: 'numbered',
        items: [
          { text: 'О предприятии: чем занимается, какое подразделение, кто наставник.' },
          { text: 'Охрана труда: какие инструктажи пройдены, что опасно на рабочем месте.' },
          {
            text: 'Выполненные работы по каждой компетенции:',
            items: (set.practice.competences.length > 0 ? set.practice.competences : [SHORT_LINE]).map(
              (text) => ({ text }),
            ),
          },
          { text: 'Индивидуальное задание и его результат.' },
          { text: 'Выводы: чему научился, что не получилось, что предложил бы предприятию.' },
          { text: 'Приложения: фотографии, чертежи, образцы (с разрешения предприятия).' },
        ],
      },
    ]),
});
