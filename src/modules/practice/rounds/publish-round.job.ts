import { sql } from 'kysely';
import { defineJob } from '../../../platform/jobs/index.ts';
import { asSystem, found, Refusal, refuse, type World } from '../../../platform/use-case/index.ts';
import { stepRound, thawOffers } from './move-round.ts';
import { type Assigned, judgeParty, type Party, partiesOf, placeParties } from './place-result.ts';
import { openDesk } from './placing-desk.ts';
import type { Round } from './round-row.ts';

type Publishing = Pick<Round, 'id' | 'organisationId' | 'state' | 'run'>;
const JOB = 'practice.publishRound';
/** Students of one transaction: a portal on one connection must answer in between. */
const PIECE = 25;

/**
 * Makes the placements of a drawn round. First all are judged, and a refusal of the rules stops it before anything is
 * written; then they are made piece by piece, and a job cut off goes on with those who are not placed yet. Places stay
 * frozen and nobody is told until the last piece is written.
 */
export const publishRoundJob = defineJob<{ roundId: string; run: number }>({
  name: JOB,
  titleKey: 'practice:round.jobPublish',
  link: ({ input }) => `/rounds/${input.roundId}`,
  async run({ input: { roundId, run }, world, progress, signal }) {
    progress(2, 'practice:round.step.judging');
    const round = await load(world, roundId);
    if (round.run !== run || round.state !== 'publishing') return { roundId, run };
    const parties = partiesOf(await waiting(world, round));
    const faults = await judgeAll(world, parties, (share) => progress(2 + 18 * share));
    if (faults.length > 0) {
      await sql`update practice.round set faults = ${JSON.stringify(faults)}::jsonb where id = ${roundId}`.execute(
        world.db,
      );
      throw refuse('practice:round.error.notPlaceable', { count: faults.length }, { status: 409 });
    }
    const all = parties.reduce((sum, { studentIds }) => sum + studentIds.length, 0);
    let placed = 0;
    for (const piece of piecesOf(parties)) {
      signal.throwIfAborted();
      placed += await asSystem(world, JOB, async (args) => {
        const desk = await deskOf(args.tx, piece, true);
        const judged = [];
        for (const party of piece) judged.push({ party, one: await goodOnes(desk, party) });
        return placeParties(args, judged);
      });
      progress(20 + (75 * placed) / Math.max(1, all), 'practice:round.step.placing', { placed, all });
    }
    signal.throwIfAborted();
    await asSystem(world, JOB, async (args) => {
      const now = await load(world, roundId, args.tx);
      await thawOffers(args, roundId);
      await stepRound(args, now, 'publish');
      await sql`update practice.round set published_at = ${args.now}, rev = rev + 1 where id = ${roundId}`.execute(
        args.tx,
      );
      args.change({
        subject: { kind: 'practice.round', id: roundId, organisationId: now.organisationId },
        after: { placed, run },
      });
    });
    return { roundId, run, placed };
  },
});

async function load(world: World, id: string, tx = world.db): Promise<Publishing> {
  const { rows } =
    await sql<Publishing>`select id, organisation_id as "organisationId", state, last_run as run
    from practice.round where id = ${id} ${tx === world.db ? sql`` : sql`for update`}`.execute(tx);
  return found(rows[0]);
}

/** Who has a place in the result and is not placed yet; who has withdrawn since is left to a repair. */
async function waiting({ db }: World, { id, run }: Publishing): Promise<Assigned[]> {
  const { rows } =
    await sql<Assigned>`select w.student_id as "studentId", e.plan_id as "planId", w.offer_id as "offerId", n.why as way
    from practice.round_result w join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
    left join practice.round_pin n on n.round_id = w.round_id and n.student_id = w.student_id and w.pinned
    where w.round_id = ${id} and w.run = ${run} and w.offer_id is not null and e.withdrawn_at is null
      and not exists (select 1 from practice.placement x where x.plan_id = e.plan_id and x.student_id = e.student_id
        and x.state <> 'failed')`.execute(db);
  return rows;
}

const deskOf = (tx: World['db'], parties: readonly Party[], lock: boolean) =>
  openDesk(tx, {
    planIds: [...new Set(parties.map(({ planId }) => planId))],
    offerIds: [...new Set(parties.map(({ offerId }) => offerId))],
    lock,
  });

async function judgeAll(world: World, parties: readonly Party[], tell: (share: number) => void) {
  const desk = await deskOf(world.db, parties, false);
  const faults = [];
  for (const [at, party] of parties.entries()) {
    faults.push(...(await judgeParty(desk, party)).faults);
    if (at % 50 === 0) tell(at / parties.length);
  }
  return faults;
}

/** Somebody refused since the judging (an own find, a leaving) is left to a repair; all others are placed. */
async function goodOnes(desk: Awaited<ReturnType<typeof openDesk>>, party: Party) {
  const judged = await judgeParty(desk, party);
  const each = judged.each.filter(({ refusals }) => refusals.length === 0);
  if (judged.faults.some(({ path }) => path.startsWith('offers.')))
    throw new Refusal('practice:round.error.notPlaceable', { count: judged.faults.length }, { status: 409 });
  return { ...judged, each };
}

function piecesOf(parties: readonly Party[]): Party[][] {
  const pieces: Party[][] = [];
  let size = PIECE;
  for (const party of parties) {
    if (size >= PIECE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(party);
    size += party.studentIds.length;
  }
  return pieces;
}
