import { declinePost, definePaper } from '../../../platform/papers/index.ts';
import { MANY_HOSTS, paperSet } from './paper-set.ts';
import {
  componentOf,
  headSigns,
  hoursOf,
  inCase,
  KIND_OF,
  KIND_TO,
  LINE,
  letterhead,
  programmeOf,
  SHORT_LINE,
  shortName,
  term,
} from './phrases.ts';

/** The college's order that sends a group to practice: list, dates, plant, supervisor. */
export const sendingOrderPaper = definePaper({
  id: 'practice.order',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const { college, host, practice, supervisor, students, order, agreement } = set;
    const leader = supervisor
      ? `${inCase(supervisor.name, 'accusative')}${supervisor.post ? `, ${declinePost(supervisor.post, 'accusative').text}` : ''}`
      : LINE;
    const underAgreements =
      host.shortName === MANY_HOSTS
        ? 'договорами о практической подготовке обучающихся с профильными организациями'
        : `договором о практической подготовке обучающихся № ${agreement.number ?? SHORT_LINE} с организацией ${host.shortName}`;
    return [
      letterhead(college),
      { kind: 'paperKind', text: 'ПРИКАЗ' },
      { kind: 'requisites', date: order.on, number: order.number, ...(set.city ? { place: set.city } : {}) },
      { kind: 'title', text: `О направлении обучающихся группы ${set.group} на ${KIND_TO[practice.kind]}` },
      {
        kind: 'paragraph',
        text: `В соответствии с учебным планом по программе ${programmeOf(set)} и ${underAgreements}`,
      },
      { kind: 'command', text: 'ПРИКАЗЫВАЮ:' },
      {
        kind: 'numbered',
        items: [
          {
            text: `Направить обучающихся группы ${set.group} для прохождения ${KIND_OF[practice.kind]} (${componentOf(set)}, ${hoursOf(set)}) в ${host.fullName} ${term(set)} по списку (приложение).`,
          },
          {
            text: `Назначить руководителем по практической подготовке от образовательной организации ${leader}.`,
          },
          {
            text: 'Руководителю по практической подготовке до начала практики передать профильной организации список обучающихся, выдать обучающимся индивидуальные задания и дневники, провести инструктаж о порядке прохождения практики и безопасности в пути.',
          },
          { text: 'Контроль исполнения приказа оставляю за собой.' },
        ],
      },
      { kind: 'signatures', signers: [headSigns(college)] },
      { kind: 'pageBreak' },
      {
        kind: 'paragraph',
        text: `Приложение к приказу № ${order.number ?? SHORT_LINE}`,
        align: 'right',
        indent: false,
      },
      {
        kind: 'table',
        caption: `Список обучающихся группы ${set.group}`,
        columns: [
          { title: '№', width: 0.5, align: 'center' },
          { title: 'Фамилия, имя, отчество', width: 3.6 },
          { title: 'Рабочее место', width: 3 },
          { title: 'Наставник', width: 2.2 },
        ],
        rows: students.map(({ name, place, mentor }, i) => [
          String(i + 1),
          name,
          place ?? '',
          mentor ? shortName(mentor.name) : '',
        ]),
      },
      {
        kind: 'acquainted',
        title: 'С приказом ознакомлен руководитель',
        names: [supervisor ? shortName(supervisor.name) : ''],
      },
    ];
  },
});
