import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { endPlacement } from '../placements/fail-placement.ts';
import { lockFacts } from '../placements/step-placement.ts';
import { hashOf, keepInput } from './build-snapshot.ts';
import { stepRound } from './move-round.ts';
import { type Assigned, placeResult } from './place-result.ts';
import { computeRepair, type Repair } from './repair-events.ts';
import { lockRound, type Round } from './round-row.ts';
import type { repairPreview } from './schemas.ts';
import { storeResult } from './store-result.ts';

const tokenOf = (round: Round, { after, certificate }: Repair) =>
  hashOf(JSON.stringify([round.id, round.run, after, certificate]));
const mayRepair = (round: Round) => {
  if (round.state !== 'published' && round.state !== 'repaired')
    throw refuse(
      'practice:round.error.notPublished',
      { state: `practice:state.round.${round.state}` },
      { status: 409 },
    );
};
/** Those who were in and have left are no moves: they are why the repair is made. */
const movesOf = ({ moved }: Repair) => moved.filter(({ kind }) => kind !== 'left');

/** «Переедут N человек»: who would move and where, and nothing is changed. */
export const previewRepair = useCase(contract.previewRepair, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx } = args;
    const round = await lockRound(tx, input.id, args);
    mayRepair(round);
    const repair = await computeRepair(tx, round);
    return {
      withdrawn: repair.withdrawn,
      left: repair.left,
      moved: movesOf(repair).length,
      moves: await nameMoves(tx, round, repair),
      envies: repair.envies,
      token: tokenOf(round, repair),
    };
  },
});

type Moves = z.input<typeof repairPreview>['moves'];

async function nameMoves(tx: Tx, round: Round, repair: Repair): Promise<Moves> {
  const { rows } = await sql<
    Moves[number]
  >`select p.short_name as name, a.title as "from", b.title as "to", x.kind
    from jsonb_to_recordset(${JSON.stringify(repair.moved)}::jsonb) as x (student uuid, "from" uuid, "to" uuid, kind text)
    join practice.round_entry e on e.id = x.student join programmes.student_v s on s.id = e.student_id
    join registry.person_v p on p.id = s.person_id left join practice.offer a on a.id = x."from"
    left join practice.offer b on b.id = x."to" where e.round_id = ${round.id} order by p.short_name, e.id`.execute(
    tx,
  );
  return rows;
}

/** Applies the repair that was shown: those who move leave their places first, then all are placed by the rules. */
export const repairRound = useCase(contract.repairRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, now } = args;
    const round = await lockRound(tx, input.id, args);
    mayRepair(round);
    const repair = await computeRepair(tx, round);
    if (tokenOf(round, repair) !== input.token) throw stale();
    await stepRound(args, round, 'repair', input.reason);
    const entries = await readEntries(tx, round);
    const going: Assigned[] = [];
    for (const { student, to } of repair.moved) {
      const entry = entries.get(String(student));
      if (!entry) continue;
      if (entry.placementId) {
        const facts = await lockFacts(args, sql<boolean>`p.id = ${entry.placementId}`);
        const side = entry.withdrawn ? 'student' : 'other';
        await endPlacement(args, facts, { side, reason: input.reason });
      }
      await sql`update practice.round_entry set confirmed_at = null where id = ${String(student)}`.execute(
        tx,
      );
      if (to !== null) going.push({ studentId: entry.studentId, planId: entry.planId, offerId: String(to) });
    }
    const placed = await placeResult(args, going);
    const run = round.run + 1;
    await keepInput(tx, round, { run, cause: 'repair', input: repair.after ?? '', now });
    await storeResult(tx, { roundId: round.id, run, drawn: repair, leftovers: null });
    await keepAdministrative(tx, round.id, run);
    args.change({
      subject: { kind: 'practice.round', id: round.id, organisationId: round.organisationId },
      after: { run, moved: movesOf(repair).length, reason: input.reason },
    });
    return { id: round.id, moved: movesOf(repair).length, placed };
  },
});

/** Who was placed by distance and has not moved since stays where they are. */
const keepAdministrative = (tx: Tx, roundId: string, run: number) =>
  sql`update practice.round_result w set offer_id = b.offer_id, administrative = true
    from practice.round_result b join practice.round_entry e on e.round_id = b.round_id and e.student_id = b.student_id
    join practice.placement x on x.plan_id = e.plan_id and x.student_id = e.student_id and x.offer_id = b.offer_id
      and x.state <> 'failed'
    where w.round_id = ${roundId} and w.run = ${run} and w.offer_id is null and b.round_id = w.round_id and b.run = w.run - 1
      and b.student_id = w.student_id and b.administrative`.execute(tx);

interface Entry {
  id: string;
  studentId: string;
  planId: string;
  withdrawn: boolean;
  placementId: string | null;
}

async function readEntries(tx: Tx, { id, run }: Round): Promise<Map<string, Entry>> {
  const { rows } = await sql<Entry>`select e.id, e.student_id as "studentId", e.plan_id as "planId",
      e.withdrawn_at is not null as withdrawn, x.id as "placementId"
    from practice.round_entry e
    left join practice.round_result w on w.round_id = e.round_id and w.student_id = e.student_id and w.run = ${run}
    left join practice.placement x on x.plan_id = e.plan_id and x.student_id = e.student_id
      and x.offer_id = w.offer_id and x.state <> 'failed'
    where e.round_id = ${id}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
