import { type Block, definePaper, longDate } from '../../../platform/papers/index.ts';
import { signedName } from '../../agreements/index.ts';
import { type PaperSet, type PaperStudent, paperSet } from './paper-set.ts';
import {
  centred,
  gendered,
  headSigns,
  inCase,
  KIND_OF,
  LINE,
  letterhead,
  plain,
  SHORT_LINE,
  term,
} from './phrases.ts';

/** What the legal representative says, on paper; the same words stand on the page behind the link. */
export function guardianWords(set: PaperSet, student: PaperStudent): Block[] {
  return [
    { kind: 'paperKind', text: 'СОГЛАСИЕ' },
    centred('законного представителя на прохождение практики\n\u00a0'),
    {
      kind: 'paragraph',
      text: `Я, ${student.guardian ?? LINE.repeat(2)}, законный представитель ${gendered(student.name, 'обучающегося', 'обучающейся', 'обучающегося(ейся)')} ${inCase(student.name, 'genitive')}${student.birthDate ? ` (дата рождения ${longDate(student.birthDate)})` : ''}, группа ${set.group}, согласен (согласна) на прохождение ${KIND_OF[set.practice.kind]} в ${set.host.fullName} ${term(set)}${student.minutesADay ? `, не больше ${Math.floor(student.minutesADay / 60)} ч ${student.minutesADay % 60 > 0 ? `${student.minutesADay % 60} мин ` : ''}в день` : ''}.`,
    },
    plain(`Адрес: ${set.practice.address ?? set.host.address ?? LINE}.`),
    plain(`Виды работ: ${set.practice.works ?? LINE}.`),
    {
      kind: 'paragraph',
      text: 'Мне разъяснено: согласие даётся только на эту практику; я могу отказаться или отозвать согласие в любой день, и это не повлияет на учёбу: образовательная организация подберёт другое место. Предприятию не передаются мои контакты и сведения о здоровье.',
    },
    {
      kind: 'signatures',
      signers: [
        {
          post: `Законный представитель\n«____» ______________ 20___ г.`,
          name: signedName(student.guardian) || SHORT_LINE,
        },
      ],
    },
    ...(student.link
      ? [
          {
            kind: 'qr' as const,
            value: student.link,
            caption:
              'Можно ответить с телефона: наведите камеру, введите дату рождения ребёнка и выберите «Согласен» или «Не согласен». Тогда подписывать этот лист не нужно. Ссылка работает один раз.',
          },
        ]
      : []),
  ];
}

/** Consents of legal representatives of those under 18 on the first day; blanks where birthdays are not known. */
export const consentsPaper = definePaper({
  id: 'practice.consents',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const asked = set.students.filter(({ minor, birthDate }) => minor || birthDate === null);
    if (asked.length === 0)
      return [
        letterhead(set.college),
        plain('На первый день практики всем исполнилось 18 лет: согласия законных представителей не нужны.'),
        { kind: 'signatures', signers: [headSigns(set.college)] },
      ];
    return asked.flatMap((student, i): Block[] => [
      ...(i > 0 ? [{ kind: 'newPaper' as const }] : []),
      letterhead(set.college),
      ...guardianWords(set, student),
    ]);
  },
});
