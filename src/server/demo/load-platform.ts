// cyrillic: words of invented minutes and of the catalogue
import { sql } from 'kysely';
import { addMember } from '../../modules/bodies/body/add-member.ts';
import { saveBody } from '../../modules/bodies/body/save-body.ts';
import { doneDecision } from '../../modules/bodies/meeting/done-decision.ts';
import { moveMeeting } from '../../modules/bodies/meeting/move-meeting.ts';
import { planMeeting } from '../../modules/bodies/meeting/plan-meeting.ts';
import { saveMeeting } from '../../modules/bodies/meeting/save-meeting.ts';
import { signMinutes } from '../../modules/bodies/meeting/sign-minutes.ts';
import { saveForm } from '../../modules/practice/forms/save-form.ts';
import type { Tx } from '../../platform/database/index.ts';
import { actAs } from './act-as.ts';

interface Id {
  id: string;
}
interface Worker {
  role: string;
  personId: string;
  organisationId: string;
}

const NAME = 'Рабочая площадка по формам и способам практической подготовки (демо)';
const FORMS = [
  ['form', 'Дуальное обучение', 'Неделя в колледже, неделя на предприятии; план составляют вместе.', ['PP']],
  [
    'form',
    'Бригада под одним наставником',
    'Трое студентов на участке, роли меняются каждую неделю.',
    ['PP', 'ST'],
  ],
  [
    'form',
    'Проектная практика',
    'Группа решает задачу предприятия и защищает её перед его мастерами.',
    ['PDP', 'ST'],
  ],
  ['method', 'Переход по участкам', 'За практику студент проходит не меньше трёх участков цеха.', ['PP']],
  [
    'method',
    'Учебный день на площадке предприятия',
    'Раз в неделю занятия УП идут в учебном классе завода.',
    ['UP'],
  ],
] as const;

/** Who sits on the platform: the centre, the institute, a union, two colleges, two plants; not the demo's own sign-ins but the centre's. */
async function workersOf(tx: Tx): Promise<Worker[]> {
  const { rows } = await sql<
    Worker & { n: number }
  >`select a.role, a.person_id as "personId", a.organisation_id as "organisationId",
      row_number() over (partition by a.role order by a.organisation_id, a.person_id)::int as n
    from registry.assignment a where a.role in ('placement_centre_coordinator', 'institute_methodist', 'union_representative',
      'college_deputy', 'enterprise_hr')`.execute(tx);
  const take = (role: string, ...places: number[]) =>
    rows.filter((row) => row.role === role && places.includes(row.n));
  return [
    ...take('placement_centre_coordinator', 1),
    ...take('institute_methodist', 1),
    ...take('union_representative', 1),
    ...take('college_deputy', 2, 3),
    ...take('enterprise_hr', 2, 3),
  ];
}

/** The working platform: a meeting with signed minutes, one ahead, decisions at work, and the catalogue they made. */
export async function loadPlatform(tx: Tx, newId: () => string): Promise<void> {
  const workers = await workersOf(tx);
  const [chair, secretary, ...others] = workers;
  if (!chair || !secretary || others.length < 3) return;
  const act = actAs(tx, newId, chair);
  const { id: bodyId } = await act<Id>(saveBody, 'bodies.saveBody', '2026-02-02', {
    kind: 'platform',
    name: NAME,
    organisationId: chair.organisationId,
    quorumPercent: 50,
    ground: 'Рекомендация 2 резолюции конференции 24.11.2020',
  });
  await sql`update bodies.body set is_demo = true where id = ${bodyId}`.execute(tx);
  const members: string[] = [];
  for (const [i, { personId, organisationId }] of workers.entries()) {
    const post = i === 0 ? 'chair' : i === 1 ? 'secretary' : 'member';
    const input = { bodyId, personId, organisationId, post, from: '2026-02-02' };
    members.push((await act<Id>(addMember, 'bodies.addMember', '2026-02-02', input)).id);
  }
  const agenda = [
    'Какими формами проводить практику в 2026/27 году',
    'Нехватка мест практики по сварке в районах',
  ];
  const { id } = await act<Id>(planMeeting, 'bodies.planMeeting', '2026-09-10', {
    bodyId,
    number: '3',
    heldOn: '2026-09-24',
    place: 'Центр содействия трудоустройству',
    items: agenda,
  });
  const [union, college, , plant] = others;
  const votes = { for: members.length, against: 0, abstain: 0 };
  await act(saveMeeting, 'bodies.saveMeeting', '2026-09-24', {
    id,
    rev: 1,
    number: '3',
    heldOn: '2026-09-24',
    place: 'Центр содействия трудоустройству',
    present: members,
    items: [
      {
        title: agenda[0],
        speaker: 'Координатор практики',
        votes,
        minutes: 'Обсудили опыт трёх колледжей: бригады под одним наставником и переход по участкам.',
        decisions: [
          {
            text: 'Принять каталог форм и способов на учебный год',
            ownerId: chair.personId,
            due: '2026-10-01',
          },
          {
            text: 'Описать бригадную практику: состав, наставник, журнал',
            ownerId: college?.personId ?? null,
            due: '2026-12-20',
          },
        ],
      },
      {
        title: agenda[1],
        speaker: 'Представитель объединения работодателей',
        votes,
        minutes: 'В пяти районах мест меньше, чем студентов; есть предприятия, готовые возить.',
        decisions: [
          {
            text: 'Собрать предприятия, готовые дать места с проездом',
            ownerId: union?.personId ?? null,
            due: '2026-11-13',
          },
          {
            text: 'Открыть учебный класс сварки в цехе',
            ownerId: plant?.personId ?? null,
            due: '2027-02-01',
          },
        ],
      },
    ],
  });
  for (const event of ['hold', 'close'])
    await act(moveMeeting, 'bodies.moveMeeting', '2026-09-24', { id, event });
  for (const memberId of members.slice(0, 2))
    await act(signMinutes, 'bodies.signMinutes', '2026-09-25', {
      id,
      memberId,
      signedOn: '2026-09-25',
      originalReceived: true,
    });
  const { rows } =
    await sql<Id>`select id from bodies.decision_v where meeting_id = ${id} and owner_id = ${chair.personId}`.execute(
      tx,
    );
  const decisionId = rows[0]?.id ?? null;
  for (const [kind, name, about, kinds] of FORMS)
    await act(saveForm, 'practice.saveForm', '2026-09-28', {
      kind,
      name,
      about,
      kinds,
      from: '2026-09-28',
      source: 'Протокол площадки № 3 от 24.09.2026',
      decisionId,
    });
  await sql`update practice.form set is_demo = true`.execute(tx);
  // the catalogue is there: the first decision is carried out, and practices of the year go by it
  if (decisionId)
    await act(doneDecision, 'bodies.doneDecision', '2026-09-28', { id: decisionId, note: 'Каталог открыт' });
  await sql`update practice.plan p set form_id = f.id from practice.form f
    where p.is_demo and p.kind = any(f.kinds) and f.name in ('Переход по участкам', 'Учебный день на площадке предприятия')
      and lower(p.period) >= lower(f.valid) and hashtext(p.id::text) % 3 = 0`.execute(tx);
  await act(planMeeting, 'bodies.planMeeting', '2026-11-16', {
    bodyId,
    number: '4',
    heldOn: '2026-12-10',
    place: 'Центр содействия трудоустройству',
    items: ['Как идёт бригадная практика', 'Учебный класс сварки', 'Что взять в каталог на 2027/28 год'],
  });
}
