import { sql } from 'kysely';
import { found, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { RoundState } from '../states.ts';
import { openDesk } from './placing-desk.ts';
import type { PIN_REASONS } from './schemas.ts';

interface Pin {
  roundId: string;
  studentId: string;
  offerId: string;
  why: (typeof PIN_REASONS)[number];
  contractNumber: string | null;
}

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change'>;

interface Standing {
  state: RoundState;
  planId: string;
  personId: string;
  seats: number;
  pinned: number;
  left: boolean;
}

/**
 * A pair agreed before the draw (target contract, own find, named by the college) holds its seat whoever asks for it.
 * Its basis is that agreement, so the student need not have sent a list; the rules of placing are asked now.
 */
export async function pin(
  args: Args,
  { roundId, studentId, offerId, why, contractNumber }: Pin,
): Promise<void> {
  const { tx, actor, now, newId, change } = args;
  const { rows } =
    await sql<Standing>`select r.state, x.plan_id as "planId", s.person_id as "personId", o.seats,
      o.left_on is not null as left, (select count(*)::int from practice.round_pin n where n.round_id = r.id
        and n.offer_id = o.offer_id and n.student_id <> s.id) as pinned
    from practice.round r join practice.round_plan x on x.round_id = r.id join practice.plan p on p.id = x.plan_id
    join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying' and s.id = ${studentId}
    join practice.round_offer o on o.round_id = r.id and o.offer_id = ${offerId}
    where r.id = ${roundId} and p.organisation_id = ${actor.organisationId} for update of r`.execute(tx);
  const standing = found(rows[0]);
  if (standing.state !== 'open' && standing.state !== 'ranking')
    throw refuse(
      'practice:round.error.rankingOver',
      { state: `practice:state.round.${standing.state}` },
      { status: 409 },
    );
  if (standing.left || standing.pinned >= standing.seats)
    throw refuse('practice:round.error.pinnedFull', { seats: standing.seats }, { status: 409 });
  const desk = await openDesk(tx, { planIds: [standing.planId], offerIds: [offerId], lock: false });
  const { all, each } = await desk.judge(await desk.prepare(standing.planId, offerId, [studentId]));
  const [refused] = [...all, ...each.flatMap(({ refusals }) => refusals)];
  if (refused) throw refuse(refused.key, refused.params, { rule: refused.rule, status: 409 });
  await sql`insert into practice.round_entry (id, round_id, student_id, plan_id, consented_at)
    values (${newId()}, ${roundId}, ${studentId}, ${standing.planId}, ${now})
    on conflict (round_id, student_id) do update set withdrawn_at = null, withdrawn_why = null,
      rev = practice.round_entry.rev + 1`.execute(tx);
  await sql`insert into practice.round_pin (round_id, student_id, offer_id, why, contract_number, made_by, made_at)
    values (${roundId}, ${studentId}, ${offerId}, ${why}, ${contractNumber}, ${actor.personId}, ${now})
    on conflict (round_id, student_id) do update set offer_id = excluded.offer_id, why = excluded.why,
      contract_number = excluded.contract_number, made_by = excluded.made_by, made_at = excluded.made_at`.execute(
    tx,
  );
  change({
    subject: { kind: 'practice.round', id: roundId, personId: standing.personId },
    after: { pinned: offerId, why, contractNumber },
  });
}

export const pinStudent = useCase(contract.pinStudent, {
  right: 'practice.placement.edit',
  async run(args) {
    const { id, studentId, offerId, why, contractNumber } = args.input;
    if (why === 'target' && !contractNumber)
      throw refuse(
        'practice:round.error.contractNumber',
        {},
        { fields: [{ path: 'contractNumber', key: 'practice:round.error.contractNumber' }] },
      );
    await pin(args, { roundId: id, studentId, offerId, why, contractNumber });
    return { id };
  },
});

/** The pair is let go: the student stands in the draw with the own list, if there is one. */
export const unpinStudent = useCase(contract.unpinStudent, {
  right: 'practice.placement.edit',
  async run({ input, tx, actor, change }) {
    const { rows } = await sql<{
      state: RoundState;
      personId: string;
    }>`select r.state, s.person_id as "personId"
      from practice.round_pin n join practice.round r on r.id = n.round_id
      join practice.round_entry e on e.round_id = n.round_id and e.student_id = n.student_id
      join practice.plan p on p.id = e.plan_id join programmes.student_v s on s.id = n.student_id
      where n.round_id = ${input.id} and n.student_id = ${input.studentId} and p.organisation_id = ${actor.organisationId}
      for update of n, r`.execute(tx);
    const { state, personId } = found(rows[0]);
    if (state !== 'open' && state !== 'ranking')
      throw refuse(
        'practice:round.error.rankingOver',
        { state: `practice:state.round.${state}` },
        { status: 409 },
      );
    await sql`delete from practice.round_pin where round_id = ${input.id} and student_id = ${input.studentId}`.execute(
      tx,
    );
    change({ subject: { kind: 'practice.round', id: input.id, personId }, after: { pinned: null } });
    return { id: input.id };
  },
});
