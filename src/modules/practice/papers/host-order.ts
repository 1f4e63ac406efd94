import { declinePost, definePaper } from '../../../platform/papers/index.ts';
import { paperSet } from './paper-set.ts';
import { headSigns, inCase, KIND_OF, LINE, letterhead, SHORT_LINE, shortName, term } from './phrases.ts';

/** The plant's order: who answers for practical training, who mentors whom, workplaces, briefing. */
export const hostOrderPaper = definePaper({
  id: 'practice.hostOrder',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const { college, host, practice, hostSupervisor, students, agreement } = set;
    const responsible = hostSupervisor
      ? `${inCase(hostSupervisor.name, 'accusative')}${hostSupervisor.post ? `, ${declinePost(hostSupervisor.post, 'accusative').text}` : ''}`
      : LINE;
    const mentors = [...new Set(students.flatMap(({ mentor }) => (mentor ? [mentor.name] : [])))];
    return [
      letterhead(host),
      { kind: 'paperKind', text: 'ПРИКАЗ' },
      {
        kind: 'requisites',
        date: set.hostOrder.on,
        number: set.hostOrder.number,
        ...(set.city ? { place: set.city } : {}),
      },
      { kind: 'title', text: `О руководстве практикой обучающихся ${college.shortName}` },
      {
        kind: 'paragraph',
        text: `Для проведения ${KIND_OF[practice.kind]} обучающихся группы ${set.group} ${term(set)} по договору о практической подготовке № ${agreement.number ?? SHORT_LINE}`,
      },
      { kind: 'command', text: 'ПРИКАЗЫВАЮ:' },
      {
        kind: 'numbered',
        items: [
          {
            text: `Назначить ответственным за организацию практической подготовки ${responsible}. Отсутствие ограничений на работу с несовершеннолетними проверено.`,
          },
          {
            text: 'Назначить наставников и рабочие места по списку (приложение). Письменные согласия наставников получены.',
          },
          {
            text: `До начала работ ${students.length === 1 ? 'с обучающимся' : 'с обучающимися'} провести вводный, пожарный инструктаж и инструктаж на рабочем месте с записью в журналах.`,
          },
          {
            text: 'Обучающихся до 18 лет не допускать к работам, запрещённым для них, и не превышать для них норму рабочего времени.',
          },
          { text: 'Контроль исполнения приказа оставляю за собой.' },
        ],
      },
      { kind: 'signatures', signers: [headSigns(host)] },
      { kind: 'pageBreak' },
      { kind: 'paragraph', text: 'Приложение к приказу', align: 'right', indent: false },
      {
        kind: 'table',
        caption: 'Наставники и рабочие места',
        columns: [
          { title: '№', width: 0.5, align: 'center' },
          { title: 'Обучающийся', width: 3.2 },
          { title: 'До 18 лет', width: 0.9, align: 'center' },
          { title: 'Рабочее место', width: 2.6 },
          { title: 'Наставник', width: 2.8 },
        ],
        rows: students.map(({ name, minor, place, mentor }, i) => [
          String(i + 1),
          name,
          minor ? 'да' : '',
          place ?? '',
          mentor ? [mentor.name, mentor.post].filter(Boolean).join(', ') : '',
        ]),
      },
      {
        kind: 'acquainted',
        title: 'С приказом ознакомлены',
        names: [
          hostSupervisor ? shortName(hostSupervisor.name) : '',
          ...(mentors.length > 0 ? mentors.map(shortName) : ['', '']),
        ],
      },
    ];
  },
});
