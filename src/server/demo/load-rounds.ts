import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { makeRounds } from '../../../region/kirov/demo/practice-rounds.ts';
import type { DemoRound } from '../../../region/kirov/demo/practice-types.ts';
import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { buildSnapshot, keepInput } from '../../modules/practice/rounds/build-snapshot.ts';
import { computeDraw } from '../../modules/practice/rounds/compute-draw.ts';
import { placeLeft } from '../../modules/practice/rounds/place-left.ts';
import { openDesk } from '../../modules/practice/rounds/placing-desk.ts';
import { storeResult } from '../../modules/practice/rounds/store-result.ts';
import { turns } from '../../modules/practice/rules/limits.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';
import type { PlaceIds } from './load-territory.ts';

/** How students of the demo stand before the lot: nearer first. */
const CLASSES = [{ kind: 'distance' as const, bands: [10, 30, 60] }];

/** Plans, places, people and lists of a distribution. */
async function loadRound(tx: Tx, region: DemoRegion, round: DemoRound, places: PlaceIds): Promise<void> {
  await bulkInsert(
    tx,
    'practice.plan',
    round.practices.map((p) => ({
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
      supervisor_id: null,
      state: p.state,
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'practice.offer',
    round.offers.map((o) => ({
      id: o.id,
      organisation_id: o.organisationId,
      title: o.title,
      programmes: [o.spoCode],
      competences: [],
      kinds: ['PP'],
      period: days(o.from, o.to),
      capacity: o.capacity,
      min_group: o.minGroup,
      municipality_id: places.get(o.municipality) ?? null,
      address: o.address,
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
  const home = new Map(region.persons.map((person) => [person.id, person.municipality]));
  await sql`insert into practice.trainee (person_id, home_id, needs_access)
    select x.person, x.home, false from jsonb_to_recordset(${JSON.stringify(
      round.students.map(({ personId }) => ({
        person: personId,
        home: places.get(home.get(personId) ?? '') ?? null,
      })),
    )}::jsonb) as x (person uuid, home uuid) on conflict do nothing`.execute(tx);
  const { id, title, opensAt, freezesAt, seed, leftovers, answerBy, publishedAt } = round;
  await sql`insert into practice.round (id, title, school_year, rule, state, opens_at, freezes_at, seed_commitment, seed,
      policy, classes, leftovers, answer_by, published_at, is_demo)
    values (${id}, ${title}, 2026, 'student-optimal', ${round.state}, ${opensAt}, ${freezesAt},
      ${createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')}, ${seed}, 'stable',
      ${JSON.stringify(CLASSES)}::jsonb, ${leftovers}, ${answerBy}, ${publishedAt}, true)`.execute(tx);
  await bulkInsert(
    tx,
    'practice.round_plan',
    round.practices.map((p) => ({ round_id: id, plan_id: p.id })),
  );
  await bulkInsert(
    tx,
    'practice.round_offer',
    round.offers.map((o) => ({ round_id: id, offer_id: o.id, seats: o.capacity, closed: false })),
  );
  const sent = round.students.filter(({ ranks }) => ranks.length > 0);
  await bulkInsert(
    tx,
    'practice.round_entry',
    sent.map((one) => ({
      id: one.entryId,
      round_id: id,
      student_id: one.studentId,
      plan_id: one.practiceId,
      consented_at: opensAt,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'practice.ranking',
    sent.flatMap(({ studentId, ranks }) =>
      ranks.map((offer, at) => ({ round_id: id, student_id: studentId, offer_id: offer, place: at + 1 })),
    ),
  );
}

interface Got {
  studentId: string;
  personId: string;
  planId: string;
  offerId: string;
}

/** Computes a published distribution by the portal's own code and writes its placements. */
async function publishDemoRound(tx: Tx, round: DemoRound, newId: () => string): Promise<void> {
  const asked = { id: round.id, classes: CLASSES, quotas: [], caps: [] };
  const input = JSON.stringify(await buildSnapshot(tx, asked));
  await keepInput(tx, asked, { run: 1, cause: 'draw', input, now: round.freezesAt });
  const drawn = computeDraw({ input, rule: 'student-optimal', seed: round.seed });
  const leftovers = await placeLeft(tx, round, drawn);
  await storeResult(tx, { roundId: round.id, run: 1, drawn, leftovers });
  await sql`update practice.round set frozen_at = ${round.freezesAt}, beacon = '' where id = ${round.id}`.execute(
    tx,
  );
  const { rows } =
    await sql<Got>`select w.student_id as "studentId", s.person_id as "personId", e.plan_id as "planId",
      w.offer_id as "offerId" from practice.round_result w
    join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
    join programmes.student_v s on s.id = w.student_id
    where w.round_id = ${round.id} and w.offer_id is not null order by w.student_id`.execute(tx);
  const desk = await openDesk(tx, {
    planIds: round.practices.map(({ id }) => id),
    offerIds: round.offers.map(({ id }) => id),
    lock: false,
  });
  const placements: object[] = [];
  const consents: object[] = [];
  for (const { studentId, personId, planId, offerId } of rows) {
    const placing = await desk.prepare(planId, offerId, [studentId]);
    const { each } = await desk.judge(placing);
    const { plan, offer, agreement, candidates } = placing;
    const id = newId();
    const [candidate] = candidates;
    const asked = { placement_id: id, asked_on: round.publishedAt?.slice(0, 10) ?? null };
    if (candidate?.homeId !== offer.municipalityId)
      consents.push({ id: newId(), kind: 'leave_home', ...asked });
    if (candidate?.birthDate && turns(candidate.birthDate, 18) > plan.from)
      consents.push({ id: newId(), kind: 'guardian', ...asked });
    placements.push({
      id,
      plan_id: planId,
      student_id: studentId,
      person_id: personId,
      offer_id: offerId,
      organisation_id: plan.organisationId,
      host_id: offer.organisationId,
      agreement_id: agreement?.holds ? agreement.id : null,
      state: agreement?.holds ? 'contract_ok' : 'slot_reserved',
      way: 'round',
      period: days(plan.from, plan.to),
      timetable: each[0]?.timetable ?? [],
      employed: false,
      reserved_at: round.publishedAt,
      is_demo: true,
      rev: 1,
    });
  }
  await bulkInsert(tx, 'practice.placement', placements);
  await bulkInsert(tx, 'practice.consent', consents);
}

/** Distributions of the demo; must stand before the units of all offers are spread. */
export async function loadRounds(
  tx: Tx,
  region: DemoRegion,
  places: PlaceIds,
  newId: () => string,
): Promise<void> {
  for (const round of makeRounds(region)) {
    await loadRound(tx, region, round, places);
    if (round.state === 'published') await publishDemoRound(tx, round, newId);
  }
}
