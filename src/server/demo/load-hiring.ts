import { sql } from 'kysely';
import { type DemoGraduate, type DemoSelection, makeHiring } from '../../../region/kirov/demo/hiring.ts';
import type { DemoProgramme, DemoRegion } from '../../../region/kirov/demo/types.ts';
import { computeMatchesJob } from '../../modules/hiring/fit/compute-matches.job.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { enqueueJob } from '../../platform/jobs/index.ts';
import { days } from './days.ts';
import type { PlaceIds } from './load-territory.ts';

interface Known {
  id: string;
  personId: string;
  graduate: DemoGraduate;
}

/** The texts that the room's migration brings; a database emptied since has them again. */
const putPurposes = (tx: Tx) =>
  sql`insert into registry.purpose (code, version, basis, text, retention_months, source) values
    ('share-results-with-employers', 2, 'consent', 'Показывать работодателям, которые ищут людей моей специальности, мои фамилию, имя, колледж, программу, год выпуска и результат демонстрационного экзамена, чтобы они могли позвать меня на работу', 36, 'демо: текст составителей, сверить с юристом'),
    ('talent-pool', 1, 'consent', 'Внешний кадровый резерв: хранить те же сведения обо мне после выпуска и показывать их работодателям области, чтобы мне предлагали работу', 60, 'демо: текст составителей, сверить с юристом')
    on conflict do nothing`.execute(tx);

const yearsOf = (programme: DemoProgramme) => Math.ceil(programme.months / 12);
const groupCode = (programme: DemoProgramme, year: number) =>
  `${programme.spoCode}-${String(year - yearsOf(programme)).slice(2)}-вып`;

async function loadGraduates(tx: Tx, graduates: DemoGraduate[], newId: () => string): Promise<Known[]> {
  const groups = new Map<string, { id: string; graduate: DemoGraduate }>();
  for (const graduate of graduates) {
    const key = `${graduate.programme.id} ${graduate.year}`;
    if (!groups.has(key)) groups.set(key, { id: newId(), graduate });
  }
  await bulkInsert(
    tx,
    'registry.cohort',
    [...groups.values()].map(({ id, graduate: { programme, year } }) => ({
      id,
      kind: 'study_group',
      name: groupCode(programme, year),
      organisation_id: programme.collegeId,
    })),
  );
  await bulkInsert(
    tx,
    'programmes.study_group',
    [...groups.values()].map(({ id, graduate: { programme, year } }) => {
      const years = yearsOf(programme);
      return {
        id,
        programme_id: programme.id,
        version_id: programme.versions[0]?.id ?? null,
        code: `${programme.spoCode}-${String(year - years).slice(2)}-вып`,
        intake_year: year - years,
        course: years,
        graduation_year: year,
        curator_id: null,
        rev: 1,
      };
    }),
  );
  const known = graduates.map((graduate): Known => ({ id: newId(), personId: newId(), graduate }));
  await bulkInsert(
    tx,
    'registry.person',
    known.map(({ personId, graduate: g }) => ({
      id: personId,
      surname: g.surname,
      given_name: g.givenName,
      patronymic: g.patronymic,
      sex: g.sex,
      sort_key: `${g.surname} ${g.givenName} ${g.patronymic}`.toLowerCase().replaceAll('ё', 'е'),
      birth_date: g.birthDate,
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'programmes.student',
    known.map(({ id, personId, graduate: g }) => ({
      id,
      person_id: personId,
      group_id: groups.get(`${g.programme.id} ${g.year}`)?.id,
      seat_line_id: null,
      funding: g.target ? 'target' : 'quota',
      status: 'graduated',
      external_key: null,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'registry.consent',
    known
      .filter(({ graduate }) => graduate.pool)
      .map(({ personId, graduate }) => ({
        id: newId(),
        person_id: personId,
        purpose: 'talent-pool',
        version: 1,
        given_on: `${graduate.year}-06-20`,
        given_by: personId,
        given_how: 'account',
        withdrawn_on: null,
      })),
  );
  return known;
}

/** Offers that were agreed and followed by work, with the ties they made; answers of graduates. */
async function loadHires(tx: Tx, known: Known[], places: PlaceIds, newId: () => string): Promise<void> {
  const hired = known.flatMap((it) =>
    it.graduate.hire ? [{ ...it, hire: it.graduate.hire, offerId: newId(), hireId: newId() }] : [],
  );
  const common = ({ personId, id, hire }: (typeof hired)[number]) => ({
    organisation_id: hire.organisationId,
    person_id: personId,
    student_id: id,
    need_line_id: hire.line.id,
    post: hire.post,
    occupation: hire.line.occupation,
    is_demo: true,
  });
  await bulkInsert(
    tx,
    'hiring.offer',
    hired.map((it) => ({
      id: it.offerId,
      ...common(it),
      municipality_id: places.get(it.hire.line.municipality) ?? null,
      pay: 5_800_000,
      starts_on: it.hire.startedOn,
      answer_until: `${it.graduate.year}-06-20`,
      made_on: `${it.graduate.year}-06-05`,
      answered_on: `${it.graduate.year}-06-10`,
      state: 'started',
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'hiring.hire',
    hired.map((it) => ({
      id: it.hireId,
      offer_id: it.offerId,
      ...common(it),
      started_on: it.hire.startedOn,
      order_number: 'демо',
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    hired.flatMap((it) => [
      {
        id: newId(),
        kind: 'offered',
        person_id: null,
        organisation_id: it.hire.organisationId,
        to_person_id: it.personId,
        to_organisation_id: null,
        valid: days(`${it.graduate.year}-06-05`),
        source_kind: 'hiring.offer',
        source_id: it.offerId,
      },
      {
        id: newId(),
        kind: 'works_for',
        person_id: it.personId,
        organisation_id: null,
        to_person_id: null,
        to_organisation_id: it.hire.organisationId,
        valid: days(it.hire.startedOn),
        source_kind: 'hiring.hire',
        source_id: it.hireId,
      },
    ]),
  );
  await bulkInsert(
    tx,
    'hiring.outcome',
    known.flatMap(({ id, personId, graduate: g }) =>
      g.answers.map((answer) => ({
        id: newId(),
        student_id: id,
        person_id: personId,
        organisation_id: g.programme.collegeId,
        programme_code: g.programme.spoCode,
        graduation_year: g.year,
        months: answer.months,
        due_on: answer.dueOn,
        what: answer.what,
        in_field: answer.inField,
        occupation: (answer.what && g.hire?.line.occupation) || null,
        answered_on: answer.what ? answer.dueOn : null,
        how: answer.what ? (g.hire ? 'hire' : 'college') : null,
        is_demo: true,
      })),
    ),
  );
  // the evidence that the event of each answer would have brought
  await sql`insert into classifiers.job_evidence (subject_id, spo, occupation, months, noted_on)
    select id, programme_code, occupation, months, answered_on from hiring.outcome where occupation is not null`.execute(
    tx,
  );
}

/** Students of this year: in lists, invited, offered; the consent of each stands. */
async function loadSelections(tx: Tx, selections: DemoSelection[], newId: () => string): Promise<void> {
  const rows = selections.map((it) => ({
    ...it,
    candidateId: newId(),
    invitationId: newId(),
    offerId: newId(),
  }));
  const who = ({ organisationId, student }: DemoSelection) => ({
    organisation_id: organisationId,
    person_id: student.personId,
  });
  await bulkInsert(
    tx,
    'hiring.candidate',
    rows.map((it) => ({
      id: it.candidateId,
      ...who(it),
      student_id: it.student.id,
      way: 'fit',
      need_line_id: it.line?.id ?? null,
      added_on: '2026-11-09',
      is_demo: true,
    })),
  );
  await bulkInsert(
    tx,
    'hiring.invitation',
    rows
      .filter((it) => it.step !== 'listed')
      .map((it) => ({
        id: it.invitationId,
        candidate_id: it.candidateId,
        ...who(it),
        made_on: '2026-11-12',
        is_demo: true,
        words: 'Приходите познакомиться с цехом и будущим наставником (демо).',
        meet_on: '2026-12-03',
        place: 'Проходная № 1',
        state: it.step === 'invited' ? 'sent' : 'accepted',
        answered_on: it.step === 'invited' ? null : '2026-11-14',
      })),
  );
  const offered = rows.filter((it) => it.step === 'offered' || it.step === 'accepted');
  await bulkInsert(
    tx,
    'hiring.offer',
    offered.map((it) => ({
      id: it.offerId,
      ...who(it),
      student_id: it.student.id,
      candidate_id: it.candidateId,
      need_line_id: it.line?.id ?? null,
      post: it.post,
      occupation: it.line?.occupation ?? null,
      pay: 6_200_000,
      starts_on: '2027-07-05',
      answer_until: '2026-12-15',
      words: 'Общежитие на первый год за счёт завода (демо).',
      state: it.step === 'accepted' ? 'accepted' : 'made',
      made_on: '2026-11-18',
      answered_on: it.step === 'accepted' ? '2026-11-20' : null,
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    offered.map((it) => ({
      id: newId(),
      kind: 'offered',
      person_id: null,
      organisation_id: it.organisationId,
      to_person_id: it.student.personId,
      to_organisation_id: null,
      valid: days('2026-11-18'),
      source_kind: 'hiring.offer',
      source_id: it.offerId,
    })),
  );
}

/** Interest, lists of candidates, offers, hires, outcomes of the demo region; consents they stand on. */
export async function loadHiring(
  tx: Tx,
  region: DemoRegion,
  places: PlaceIds,
  newId: () => string,
): Promise<void> {
  const { interests, graduates, selections, student } = makeHiring(region);
  await putPurposes(tx);
  if (student)
    await sql`insert into registry.consent (id, person_id, purpose, version, given_on, given_by, given_how)
      values (${newId()}, ${student.personId}, 'share-results-with-employers', 2, '2026-11-02', null, 'paper')
      on conflict (person_id, purpose) where withdrawn_on is null do update set given_how = 'paper'`.execute(
      tx,
    );
  await bulkInsert(
    tx,
    'hiring.interest',
    interests.map((it) => ({
      id: newId(),
      organisation_id: it.organisationId,
      programme_code: it.code,
      people: it.people,
      since: it.since,
      is_demo: true,
    })),
  );
  await loadHires(tx, await loadGraduates(tx, graduates, newId), places, newId);
  await loadSelections(tx, selections, newId);
  // who fits where is there from the first day, not from the first night
  await enqueueJob(tx, computeMatchesJob, {}, { newId, now: new Date().toISOString() });
}
