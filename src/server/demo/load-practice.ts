import { sql } from 'kysely';
import { makePractice } from '../../../region/kirov/demo/practice.ts';
import type { DemoPlacement, DemoPracticeYear } from '../../../region/kirov/demo/practice-types.ts';
import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { workDays } from '../../modules/practice/placements/work-days.ts';
import { fitTimetable, hazardRow, type Limits } from '../../modules/practice/rules/limits.ts';
import { settings } from '../../modules/practice/settings.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';
import { loadRounds } from './load-rounds.ts';
import type { PlaceIds } from './load-territory.ts';

type Year = DemoPracticeYear;
const NOTES = [
  'Инструктаж, знакомство с участком',
  'Подготовка деталей',
  'Работа с наставником',
  'Проверка размеров',
  'Уборка рабочего места',
];

async function loadMentors(tx: Tx, { mentors }: Year): Promise<void> {
  await bulkInsert(
    tx,
    'specialists.mentor',
    mentors.map((m, i) => ({
      id: m.id,
      person_id: m.personId,
      organisation_id: m.organisationId,
      post: m.post,
      programmes: m.spoCodes,
      experience_since: m.experienceSince,
      clearance_on: m.clearanceOn,
      is_demo: true,
      rev: 1,
      clearance_number: m.clearanceOn ? `демо-${i + 1}` : null,
    })),
  );
  await bulkInsert(
    tx,
    'specialists.appointment',
    mentors.flatMap(({ id, order }) =>
      order
        ? [
            {
              id: order.id,
              mentor_id: id,
              order_number: order.number,
              order_on: order.on,
              legal_basis: 'practice',
              consent_on: order.consentOn,
              content: 'Приёмы работы и безопасность (демо)',
              pay_form: 'none',
              capacity: order.capacity,
              valid: days(order.from, order.to),
              rev: 1,
            },
          ]
        : [],
    ),
  );
}

async function loadPlans(tx: Tx, { practices }: Year): Promise<void> {
  await bulkInsert(
    tx,
    'practice.plan',
    practices.map((p) => ({
      id: p.id,
      group_id: p.groupId,
      organisation_id: p.collegeId,
      school_year: 2026,
      kind: p.kind,
      module_code: p.moduleCode,
      title: p.title,
      period: days(p.from, p.to),
      academic_hours: p.academicHours,
      competences: p.competences,
      held_at: p.heldAt,
      supervisor_id: p.supervisorId,
      state: p.state,
      order_number: p.order?.number ?? null,
      order_on: p.order?.on ?? null,
      is_demo: true,
      rev: 1,
    })),
  );
}

async function loadOffers(tx: Tx, { offers }: Year, places: PlaceIds): Promise<void> {
  await bulkInsert(
    tx,
    'practice.offer',
    offers.map((o) => ({
      id: o.id,
      organisation_id: o.organisationId,
      title: o.title,
      programmes: [o.spoCode],
      competences: [],
      kinds: ['PP'],
      period: days(o.from, o.to),
      capacity: o.capacity,
      min_group: 1,
      address: o.address,
      municipality_id: places.get(o.municipality) ?? null,
      minutes_a_day: o.minutesADay,
      days_a_week: 5,
      night: false,
      works: o.works,
      hazards: o.hazards,
      needs_medical: o.needsMedical,
      takes_minors: true,
      accessible: false,
      lodging: o.lodging,
      transport: o.transport,
      pay: o.pay,
      employs: o.employs,
      access_class: o.access,
      state: 'open',
      is_demo: true,
      rev: 1,
    })),
  );
}

/** The units of every day, with as many taken as placements hold them: counted at once, as a new base has no statistics. */
const spreadUnits = (tx: Tx) =>
  sql`insert into practice.place_day (offer_id, day, capacity, taken)
    select f.id, d::date, f.capacity, coalesce(held.taken, 0)
    from practice.offer f cross join lateral generate_series(lower(f.period), upper(f.period) - 1, interval '1 day') d
    left join (
      select p.offer_id, day::date as day, count(*)::int as taken
      from practice.placement p
      cross join lateral generate_series(lower(p.period), upper(p.period) - 1, interval '1 day') day
      where p.state <> 'failed' group by 1, 2
    ) held on held.offer_id = f.id and held.day = d::date
    where f.is_demo`.execute(tx);

/** «На практике», «допущен» or waiting for papers, as the answers and the mentor stand. */
function stateOf(p: DemoPlacement, needsMedical: boolean, ordered: boolean): string {
  if (p.started) return 'in_progress';
  const lacks =
    (p.leavesHome && !p.leaveHome) ||
    (p.minor && !p.guardian) ||
    (needsMedical && !p.medicalUntil) ||
    !p.mentor;
  return lacks || !ordered ? 'contract_ok' : 'cleared';
}

async function loadPlacements(tx: Tx, year: Year, asOf: string, newId: () => string): Promise<void> {
  const offers = new Map(year.offers.map((o) => [o.id, o]));
  const practices = new Map(year.practices.map((p) => [p.id, p]));
  const week = settings['practice.weekMinutes'].initial as Limits;
  const day = settings['practice.dayMinutes'].initial as Limits;
  const careful = hazardRow
    .array()
    .parse(settings['practice.hazards'].initial)
    .flatMap(({ code, under18 }) => (under18 === 'practice16' ? [code] : []));
  const few = settings['practice.practice16Minutes'].initial as number;
  await bulkInsert(
    tx,
    'practice.placement',
    year.placements.map((p) => {
      const offer = offers.get(p.offerId);
      const practice = practices.get(p.practiceId);
      const short = offer?.hazards.some((code) => careful.includes(code)) ?? false;
      const limits = { week, day: short ? { ...day, under18: Math.min(day.under18, few) } : day };
      const asked = { from: p.from, to: p.to, minutes: offer?.minutesADay ?? 360, days: 5 };
      return {
        id: p.id,
        plan_id: p.practiceId,
        student_id: p.studentId,
        person_id: p.personId,
        offer_id: p.offerId,
        organisation_id: practice?.collegeId,
        host_id: offer?.organisationId,
        agreement_id: p.agreementId,
        state: stateOf(p, offer?.needsMedical ?? false, Boolean(practice?.order)),
        way: 'group',
        period: days(p.from, p.to),
        timetable: fitTimetable(p.birthDate, asked, limits),
        employed: false,
        supervisor_id: practice?.supervisorId,
        medical_number: p.medicalUntil ? 'демо' : null,
        medical_until: p.medicalUntil,
        briefing_on: p.started ? p.from : null,
        reserved_at: `${asOf}T06:00:00Z`,
        is_demo: true,
        rev: 1,
      };
    }),
  );
  const answered = (given: string | null) => ({
    answer: given,
    answered_on: given ? '2026-11-16' : null,
    answered_by: given ? 'демо' : null,
    how: given ? 'paper' : null,
  });
  await bulkInsert(
    tx,
    'practice.consent',
    year.placements.flatMap((p) => [
      ...(p.leavesHome
        ? [
            {
              id: newId(),
              placement_id: p.id,
              kind: 'leave_home',
              asked_on: '2026-11-12',
              ...answered(p.leaveHome),
            },
          ]
        : []),
      ...(p.minor
        ? [
            {
              id: newId(),
              placement_id: p.id,
              kind: 'guardian',
              asked_on: '2026-11-12',
              ...answered(p.guardian),
            },
          ]
        : []),
    ]),
  );
  await bulkInsert(
    tx,
    'practice.log_day',
    year.placements
      .filter(({ started }) => started)
      .flatMap((p) => {
        const worked = workDays(p.from, asOf).filter((on) => on < asOf);
        return worked.slice(0, worked.length - p.gaps).map((on, i) => ({
          placement_id: p.id,
          day: on,
          note: NOTES[i % NOTES.length],
          minutes: 240,
          written_at: `${on}T14:00:00Z`,
          confirmed_at: i < worked.length - 4 ? `${on}T15:00:00Z` : null,
        }));
      }),
  );
}

/** Who mentors whom, as the register of mentors and as ties of the registry. */
async function loadTutoring(tx: Tx, { placements, mentors }: Year, newId: () => string): Promise<void> {
  const personOf = new Map(mentors.flatMap(({ order, personId }) => (order ? [[order.id, personId]] : [])));
  const held = placements.flatMap((p) => (p.mentor ? [{ ...p, mentor: p.mentor }] : []));
  await bulkInsert(
    tx,
    'specialists.tutoring',
    held.map((p) => ({
      id: p.mentor.tutoringId,
      appointment_id: p.mentor.orderId,
      trainee_id: p.personId,
      people: 1,
      legal_basis: 'practice',
      valid: days(p.from, p.to),
      source_kind: 'practice.placement',
      source_id: p.id,
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    held.map((p) => ({
      id: newId(),
      kind: 'mentors',
      person_id: personOf.get(p.mentor.orderId),
      to_person_id: p.personId,
      valid: days(p.from, p.to),
      source_kind: 'specialists.tutoring',
      source_id: p.mentor.tutoringId,
    })),
  );
}

/** Mentors, the year plan of practices, places of plants, and students placed there. */
export async function loadPractice(
  tx: Tx,
  region: DemoRegion,
  places: PlaceIds,
  newId: () => string,
): Promise<void> {
  const year = makePractice(region);
  await loadMentors(tx, year);
  await loadPlans(tx, year);
  await loadOffers(tx, year, places);
  await bulkInsert(
    tx,
    'practice.trainee',
    year.trainees.map((t) => ({
      person_id: t.personId,
      home_id: places.get(t.home) ?? null,
      needs_access: false,
      guardian_name: t.guardian,
      guardian_confirmed_on: t.guardian ? '2026-09-10' : null,
    })),
  );
  await loadPlacements(tx, year, region.asOf, newId);
  await loadRounds(tx, region, places, newId);
  await spreadUnits(tx);
  await loadTutoring(tx, year, newId);
}
