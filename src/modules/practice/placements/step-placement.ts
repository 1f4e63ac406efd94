import { sql } from 'kysely';
import { type MoveArgs, moveState, nextState } from '../../../platform/states/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import { endTutoring } from '../../specialists/index.ts';
import { type PlacementEvent, type PlacementState, placementStates } from '../states.ts';
import { judgeCourse } from './judge-course.ts';
import { type Facts, readFacts } from './placement-facts.ts';

type Args = MoveArgs & { today: string };

/** One placement's facts with its row locked. */
export async function lockFacts(
  args: Pick<Args, 'tx'>,
  where: ReturnType<typeof sql<boolean>>,
): Promise<Facts> {
  return found((await readFacts(args.tx, where, true))[0]);
}

/** Moves a placement by one event under the guards of its way. */
export async function stepPlacement(
  args: Args,
  facts: Facts,
  event: PlacementEvent,
  more: { expected?: PlacementState; reason?: string | null } = {},
): Promise<PlacementState> {
  const { to } = await moveState(args, {
    machine: placementStates,
    table: 'practice.placement',
    id: facts.id,
    event,
    facts: { verdicts: judgeCourse(facts, args.today) },
    ...more,
    subject: { organisationId: facts.organisationId, personId: facts.personId },
    payload: { planId: facts.planId, hostId: facts.hostId },
  });
  await sql`update practice.placement set rev = rev + 1, suspended_on = ${event === 'suspend' ? args.today : null},
      agreement_id = coalesce(agreement_id, ${event === 'agree' ? (facts.agreement?.id ?? null) : null}::uuid)
    where id = ${facts.id}`.execute(args.tx);
  return to;
}

const WAY: readonly PlacementEvent[] = ['agree', 'clear', 'start', 'finish', 'complete'];

/** As far along its way as its papers let it; gives the states it went through. */
export async function advance(args: Args, facts: Facts): Promise<PlacementState[]> {
  const passed: PlacementState[] = [];
  let { state } = facts;
  for (;;) {
    const now = { ...facts, state };
    const verdicts = judgeCourse(now, args.today);
    // a log that was begun shows that work goes on
    const ways = facts.logged.length > 0 || facts.logOn !== null ? [...WAY, 'proceed' as const] : WAY;
    const event = ways.find((one) => nextState(placementStates, state, one, { verdicts }).ok);
    if (!event) return passed;
    state = await stepPlacement(args, now, event);
    passed.push(state);
  }
}

/** Mentoring ends with a placement that ended early. */
export const dropMentor = (args: Pick<Args, 'tx'>, id: string, on: string, why: string) =>
  endTutoring(args.tx, { kind: 'practice.placement', id }, on, why);
