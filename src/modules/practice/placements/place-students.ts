import { sql } from 'kysely';
import { beginState, moveState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { addActivity } from '../../agreements/index.ts';
import { contract } from '../contract.ts';
import { takeUnits } from '../offers/units.ts';
import { turns } from '../rules/limits.ts';
import { placementStates } from '../states.ts';
import { leaveHomeTask, traineesTask } from '../tasks.ts';
import { type Judged, judgeAgreement, judgePlacing, type Placing } from './judge-placing.ts';
import { preparePlacing } from './prepare-placing.ts';
import type { WAYS } from './schemas.ts';

type Args = RunArgs<unknown>;

/** The whole group or some by name: all of them are placed, or nobody and the reasons of each are said. */
export const placeStudents = useCase(contract.placeStudents, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { way, contractNumber } = input;
    const placing = await preparePlacing(
      tx,
      { scope, actor },
      {
        planId: input.planId,
        offerId: input.offerId,
        studentIds: input.studentIds,
        from: input.from,
        to: input.to,
        minutesADay: input.minutesADay ?? null,
        contractNumber,
        lock: true,
      },
    );
    const { all, each } = await judgePlacing(tx, placing);
    const order = new Map(input.studentIds.map((id, i) => [id, i]));
    const fields = [
      ...all.map(({ field, key, params }) => ({ path: field, key, params })),
      ...each.flatMap(({ candidate, refusals }) =>
        refusals.map(({ key, params }) => ({
          path: `studentIds.${order.get(candidate.studentId)}`,
          key,
          params: { ...params, name: candidate.name },
        })),
      ),
    ];
    const first = all[0] ?? each.flatMap(({ refusals }) => refusals)[0];
    if (first) throw refuse(first.key, first.params, { rule: first.rule, fields });
    const placed = await placeJudged(args, placing, each, { way, contractNumber });
    return { placed };
  },
});

/** Places students whom the rules have passed: units are taken, the enterprise is told. A round places by this too. */
export async function placeJudged(
  args: Omit<Args, 'input'>,
  placing: Placing,
  each: readonly Judged[],
  how: { way: (typeof WAYS)[number] | 'round'; contractNumber: string | null },
): Promise<string[]> {
  const { tx } = args;
  const { offer, from, to } = placing;
  await takeUnits(tx, { offerId: offer.id, from, to, units: each.length });
  const placed: string[] = [];
  for (const judged of each) placed.push(await insertPlacement(args, placing, judged, how));
  await openTask(tx, traineesTask, {
    subject: { kind: 'practice.plan', id: placing.plan.id },
    for: { role: 'enterprise_hr', organisationId: offer.organisationId },
    due: from,
    params: { count: each.length, group: placing.plan.group, from },
    now: args.now,
    newId: args.newId,
  });
  return placed;
}

async function insertPlacement(
  args: Omit<Args, 'input'>,
  placing: Placing,
  { candidate, timetable }: Judged,
  { way, contractNumber }: { way: string; contractNumber: string | null },
): Promise<string> {
  const { tx, now, today, newId } = args;
  const { plan, offer, from, to, agreement } = placing;
  const agreed = judgeAgreement(placing);
  const id = newId();
  const period = sql`daterange(${from}::date, ${to}::date, '[]')`;
  await sql`insert into practice.placement (id, plan_id, student_id, person_id, organisation_id, offer_id, host_id, agreement_id,
      state, way, period, timetable, employed, contract_number, supervisor_id, reserved_at, is_demo)
    values (${id}, ${plan.id}, ${candidate.studentId}, ${candidate.personId}, ${plan.organisationId}, ${offer.id},
      ${offer.organisationId}, ${agreement?.holds ? agreement.id : null}, ${placementStates.initial}, ${way}, ${period},
      ${JSON.stringify(timetable)}::jsonb, ${contractNumber !== null}, ${contractNumber}, ${plan.supervisorId}, ${now}, ${plan.isDemo})`.execute(
    tx,
  );
  await beginState(args, placementStates, id);
  const move = {
    machine: placementStates,
    table: 'practice.placement',
    id,
    subject: { organisationId: plan.organisationId, personId: candidate.personId },
  } as const;
  await moveState(args, {
    ...move,
    event: 'reserve',
    payload: { planId: plan.id, hostId: offer.organisationId },
  });
  if (agreed.is !== 'refused' && agreement) {
    await moveState(args, { ...move, event: 'agree', facts: { verdicts: { 'PP-02': agreed } } });
    await addActivity(tx, {
      agreementId: agreement.id,
      on: today,
      note: plan.title,
      source: { kind: 'practice.plan', id: plan.id },
      newId,
    });
  }
  await askConsents(args, placing, candidate, id);
  return id;
}

/** Consents are asked at once: of the student to leave home, of the legal representative for those under 18. */
async function askConsents(
  { tx, now, today, newId }: Omit<Args, 'input'>,
  { offer, from, plan }: Placing,
  candidate: Judged['candidate'],
  id: string,
) {
  const asked: string[] = [];
  if (candidate.homeId === null || candidate.homeId !== offer.municipalityId) asked.push('leave_home');
  if (candidate.birthDate && turns(candidate.birthDate, 18) > from) asked.push('guardian');
  for (const kind of asked)
    await sql`insert into practice.consent (id, placement_id, kind, asked_on) values (${newId()}, ${id}, ${kind}, ${today})`.execute(
      tx,
    );
  if (asked.includes('leave_home'))
    await openTask(tx, leaveHomeTask, {
      subject: { kind: 'practice.placement', id },
      for: { personId: candidate.personId },
      due: from,
      params: { host: offer.organisation, title: plan.title },
      now,
      newId,
    });
}
