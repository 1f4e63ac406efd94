import { type Block, definePaper, shortDate } from '../../../platform/papers/index.ts';
import { workDays } from '../placements/work-days.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  forEach,
  KIND_OF,
  letterhead,
  mentorSigns,
  ofStudent,
  studentHead,
  supervisorSigns,
} from './phrases.ts';

/** Two empty lines: enough for handwriting. */
const BLANK = '\u00a0\n\u00a0';
const hours = (minutes: number) => (minutes / 60).toLocaleString('ru-RU', { maximumFractionDigits: 1 });

/** The log: one row a working day, filled from what was written in the portal or left for handwriting. */
export const logPaper = definePaper({
  id: 'practice.log',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const days = workDays(set.practice.from, set.practice.to);
    return forEach(set, (student): Block[] => {
      const written = new Map(student.log.map((one) => [one.day, one]));
      const all = [...new Set([...days, ...student.log.map(({ day }) => day)])].sort();
      return [
        letterhead(set.college),
        { kind: 'paperKind', text: 'ДНЕВНИК' },
        centred(`${KIND_OF[set.practice.kind]} ${ofStudent(student)}\n\u00a0`),
        ...studentHead(set, student),
        {
          kind: 'table',
          columns: [
            { title: 'Дата', width: 1.2, align: 'center' },
            { title: 'Что сделано', width: 6 },
            { title: 'Часов', width: 0.8, align: 'center' },
            { title: 'Подпись наставника', width: 1.6 },
          ],
          rows: all.map((on) => {
            const one = written.get(on);
            return [shortDate(on), one ? one.note : BLANK, one ? hours(one.minutes) : '', ''];
          }),
        },
        {
          kind: 'signatures',
          signers: [mentorSigns(student), { ...supervisorSigns(set), post: 'Руководитель практики' }],
        },
      ];
    });
  },
});
