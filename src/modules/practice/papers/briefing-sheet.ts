import { definePaper, shortDate } from '../../../platform/papers/index.ts';
import { paperSet } from './paper-set.ts';
import { centred, hostSigns, plain, term } from './phrases.ts';

/** A sheet to be pasted into the plant's journals of briefing: introductory, fire, workplace. */
export const briefingPaper = definePaper({
  id: 'practice.briefing',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  orientation: 'landscape',
  fields: paperSet,
  body: (set) => [
    centred(set.host.fullName, true),
    centred('ЛИСТ РЕГИСТРАЦИИ ИНСТРУКТАЖЕЙ ОБУЧАЮЩИХСЯ', true),
    centred(`${set.college.shortName}, группа ${set.group}, практика ${term(set)}\n\u00a0`),
    {
      kind: 'table',
      columns: [
        { title: '№', width: 0.5, align: 'center' },
        { title: 'Фамилия, имя, отчество', width: 3.4 },
        { title: 'Год рождения', width: 1, align: 'center' },
        { title: 'Рабочее место', width: 2.4 },
        { title: 'Вводный: дата, подписи', width: 1.8 },
        { title: 'Пожарный: дата, подписи', width: 1.8 },
        { title: 'На рабочем месте: дата, подписи', width: 2 },
      ],
      rows: set.students.map(({ name, birthDate, place, briefingOn }, i) => [
        String(i + 1),
        name,
        birthDate ? birthDate.slice(0, 4) : '',
        place ?? '',
        briefingOn ? shortDate(briefingOn) : '',
        // high enough for two signatures by hand
        '\u00a0\n\u00a0',
        '',
      ]),
    },
    plain(
      'Лист вклеивается в журналы регистрации инструктажей предприятия. Дата инструктажа не позже первого дня работы.',
    ),
    { kind: 'signatures', signers: [hostSigns(set)] },
  ],
});
