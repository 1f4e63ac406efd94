import { bulkInsert } from '../../../platform/database/index.ts';
import { beginStates, type MoveArgs, moveStates } from '../../../platform/states/index.ts';
import { openTasks } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { addActivity } from '../../agreements/index.ts';
import { takeUnits } from '../offers/units.ts';
import { turns } from '../rules/limits.ts';
import { placementStates } from '../states.ts';
import { leaveHomeTask, traineesTask } from '../tasks.ts';
import { type Judged, judgeAgreement, type Placing } from './judge-placing.ts';
import type { WAYS } from './schemas.ts';

type Args = Omit<RunArgs<unknown>, 'input'>;

/** Students whom the rules have passed, sent from one practice to one place in one way. */
export interface Sent {
  placing: Placing;
  each: readonly Judged[];
  how: { way: (typeof WAYS)[number] | 'round'; contractNumber: string | null };
}

interface Placed extends Omit<Sent, 'each'> {
  id: string;
  judged: Judged;
}

/**
 * Places students whom the rules have passed: units are taken, the enterprise is told, consents are asked. Everybody
 * places by this: by name, a group, an own find, a round, whose students come in hundreds at once. Gives the ids.
 */
export async function placeJudged(args: Args, sent: readonly Sent[]): Promise<string[]> {
  const { tx, now, newId } = args;
  for (const { placing, each } of sent) {
    const { offer, from, to } = placing;
    await takeUnits(tx, { offerId: offer.id, from, to, units: each.length });
  }
  const placed = sent.flatMap(({ placing, each, how }) =>
    each.map((judged): Placed => ({ id: newId(), placing, how, judged })),
  );
  await bulkInsert(
    tx,
    'practice.placement',
    placed.map((one) => rowOf(one, now)),
  );
  await beginStates(
    args,
    placementStates,
    placed.map(({ id }) => id),
  );
  await move(args, placed, 'reserve');
  await agree(args, placed);
  await askConsents(args, placed);
  await openTasks(
    tx,
    traineesTask,
    sent.map(({ placing: { plan, offer, from }, each }) => ({
      subject: { kind: 'practice.plan', id: plan.id },
      for: { role: 'enterprise_hr', organisationId: offer.organisationId },
      due: from,
      params: { count: each.length, group: plan.group, from },
      now,
      newId,
    })),
  );
  return placed.map(({ id }) => id);
}

function rowOf({ id, placing, judged, how: { way, contractNumber } }: Placed, now: string) {
  const { plan, offer, from, to, agreement } = placing;
  const { candidate, timetable } = judged;
  return {
    id,
    plan_id: plan.id,
    student_id: candidate.studentId,
    person_id: candidate.personId,
    organisation_id: plan.organisationId,
    offer_id: offer.id,
    host_id: offer.organisationId,
    agreement_id: agreement?.holds ? agreement.id : null,
    state: placementStates.initial,
    way,
    period: `[${from},${to}]`,
    timetable,
    employed: contractNumber !== null,
    contract_number: contractNumber,
    supervisor_id: plan.supervisorId,
    reserved_at: now,
    is_demo: plan.isDemo,
  };
}

const move = (args: MoveArgs, placed: readonly Placed[], event: 'reserve' | 'agree') =>
  moveStates(args, {
    machine: placementStates,
    table: 'practice.placement',
    event,
    things: placed.map(({ id, placing, judged: { candidate } }) => ({
      id,
      subject: { organisationId: placing.plan.organisationId, personId: candidate.personId },
      ...(event === 'reserve'
        ? { payload: { planId: placing.plan.id, hostId: placing.offer.organisationId } }
        : { facts: { verdicts: { 'PP-02': judgeAgreement(placing) } } }),
    })),
  });

/** Where the agreement holds at once, it is noted that it is made use of. */
async function agree(args: Args, placed: readonly Placed[]): Promise<void> {
  const ready = placed.filter(({ placing }) => placing.agreement && judgeAgreement(placing).is !== 'refused');
  await move(args, ready, 'agree');
  const used = new Map(
    ready.map(({ placing: { agreement, plan } }) => [
      `${agreement?.id} ${plan.id}`,
      { agreementId: agreement?.id ?? '', plan },
    ]),
  );
  for (const { agreementId, plan } of used.values())
    await addActivity(args.tx, {
      agreementId,
      on: args.today,
      note: plan.title,
      source: { kind: 'practice.plan', id: plan.id },
      newId: args.newId,
    });
}

/** Consents are asked at once: of the student to leave home, of the legal representative for those under 18. */
async function askConsents({ tx, now, today, newId }: Args, placed: readonly Placed[]): Promise<void> {
  const leaving = placed.filter(
    ({ placing: { offer }, judged: { candidate } }) =>
      candidate.homeId === null || candidate.homeId !== offer.municipalityId,
  );
  const minors = placed.filter(
    ({ placing: { from }, judged: { candidate } }) =>
      candidate.birthDate && turns(candidate.birthDate, 18) > from,
  );
  const asked = (kind: string) => (one: Placed) => ({
    id: newId(),
    placement_id: one.id,
    kind,
    asked_on: today,
  });
  await bulkInsert(tx, 'practice.consent', [
    ...leaving.map(asked('leave_home')),
    ...minors.map(asked('guardian')),
  ]);
  await openTasks(
    tx,
    leaveHomeTask,
    leaving.map(({ id, placing: { offer, plan, from }, judged: { candidate } }) => ({
      subject: { kind: 'practice.placement', id },
      for: { personId: candidate.personId },
      due: from,
      params: { host: offer.organisation, title: plan.title },
      now,
      newId,
    })),
  );
}
