import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { type FieldFault, found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { RoundState } from '../states.ts';
import { openDesk } from './placing-desk.ts';
import { rankTask } from './round-tasks.ts';

interface Standing {
  state: RoundState;
  freezesAt: string;
  studentId: string;
  planId: string;
  entryId: string | null;
  rev: number;
  withdrawn: boolean;
}

/**
 * The student's list, best first, however long. What the rules of placing refuse is said now, place by place, and not
 * after the draw. Sending a list is agreeing to take part; an empty one takes no part in the draw but keeps the entry.
 */
export const rankPlaces = useCase(contract.rankPlaces, {
  right: 'practice.own.write',
  async run(args) {
    const { input, tx, actor, now, newId, change } = args;
    const { id: roundId, offerIds } = input;
    // a shared lock: lists of many students are sent at once, freezing waits for them and they for it
    const { rows } =
      await sql<Standing>`select r.state, r.freezes_at as "freezesAt", s.id as "studentId", x.plan_id as "planId",
        e.id as "entryId", coalesce(e.rev, 0) as rev, e.withdrawn_at is not null as withdrawn
      from practice.round r join practice.round_plan x on x.round_id = r.id join practice.plan p on p.id = x.plan_id
      join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying' and s.person_id = ${actor.personId}
      left join practice.round_entry e on e.round_id = r.id and e.student_id = s.id
      where r.id = ${roundId} and r.state <> 'open' for share of r`.execute(tx);
    const standing = found(rows[0]);
    if (standing.state !== 'ranking' || standing.freezesAt <= now)
      throw refuse(
        'practice:round.error.rankingOver',
        { freezesAt: standing.freezesAt, state: `practice:state.round.${standing.state}` },
        { status: 409 },
      );
    if (standing.rev !== input.rev) throw stale();
    const fields = await faultsOf(tx, roundId, standing, offerIds);
    const [first] = fields;
    if (first) throw refuse(first.key, first.params, { fields });
    const { studentId } = standing;
    await sql`insert into practice.round_entry (id, round_id, student_id, plan_id, consented_at)
      values (${newId()}, ${roundId}, ${studentId}, ${standing.planId}, ${now})
      on conflict (round_id, student_id) do update set rev = practice.round_entry.rev + 1,
        consented_at = excluded.consented_at, withdrawn_at = null, withdrawn_why = null`.execute(tx);
    await sql`delete from practice.ranking where round_id = ${roundId} and student_id = ${studentId}`.execute(
      tx,
    );
    await sql`insert into practice.ranking (round_id, student_id, offer_id, place)
      select ${roundId}::uuid, ${studentId}::uuid, x.value::uuid, x.ordinality::int
      from jsonb_array_elements_text(${JSON.stringify(offerIds)}::jsonb) with ordinality x`.execute(tx);
    const { personId } = actor;
    if (offerIds.length > 0 && personId)
      await closeTask(
        tx,
        rankTask,
        { kind: 'practice.round', id: roundId },
        { now, doneBy: personId, for: { personId } },
      );
    change({
      subject: { kind: 'practice.round', id: roundId, personId },
      after: { ranked: offerIds.length },
    });
    return { id: roundId, ranked: offerIds.length, rev: standing.rev + 1 };
  },
});

async function faultsOf(
  tx: Tx,
  roundId: string,
  { planId, studentId }: Standing,
  offerIds: readonly string[],
): Promise<FieldFault[]> {
  if (offerIds.length === 0) return [];
  const { rows } = await sql<{ id: string; title: string; left: boolean }>`select o.offer_id as id, f.title,
      (o.left_on is not null or f.state <> 'open') as left
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    where o.round_id = ${roundId} and o.offer_id in (${sql.join(offerIds)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.id, row]));
  const desk = await openDesk(tx, { planIds: [planId], offerIds: [...known.keys()], lock: false });
  const fields: FieldFault[] = [];
  for (const [at, id] of offerIds.entries()) {
    const path = `offerIds.${at}`;
    const offer = known.get(id);
    if (!offer) fields.push({ path, key: 'practice:round.error.unknownPlace', params: { place: at + 1 } });
    else if (offerIds.indexOf(id) < at)
      fields.push({
        path,
        key: 'practice:round.error.rankedTwice',
        params: { title: offer.title, first: offerIds.indexOf(id) + 1, second: at + 1 },
      });
    else if (offer.left)
      fields.push({ path, key: 'practice:round.error.placeLeft', params: { title: offer.title } });
    else {
      // one student is no group: the least size is the draw's own matter
      const { all, each } = await desk.judge(await desk.prepare(planId, id, [studentId]));
      const refused = [...all, ...each.flatMap(({ refusals }) => refusals)];
      for (const { key, params } of refused) fields.push({ path, key, params });
    }
  }
  return fields;
}
