import { type FieldFault, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import type { Judged, Placing } from '../placements/judge-placing.ts';
import { placeJudged } from '../placements/place-judged.ts';
import { type Desk, openDesk } from './placing-desk.ts';
import type { PIN_REASONS } from './schemas.ts';

export interface Assigned {
  studentId: string;
  planId: string;
  offerId: string;
  /** Absent: by the draw itself. */
  way?: (typeof PIN_REASONS)[number] | null;
}

type Args = Omit<RunArgs<unknown>, 'input'>;

/** People who come to one place from one practice in one way. */
export interface Party {
  planId: string;
  offerId: string;
  way: (typeof PIN_REASONS)[number] | null;
  studentIds: string[];
}

/** In groups of one practice at one place; those of one practice stand together, so that its group is read once. */
export function partiesOf(list: readonly Assigned[]): Party[] {
  const together = new Map<string, Party>();
  for (const { studentId, planId, offerId, way = null } of list) {
    const key = `${planId} ${offerId} ${way ?? ''}`;
    const party = together.get(key);
    if (party) party.studentIds.push(studentId);
    else together.set(key, { planId, offerId, way, studentIds: [studentId] });
  }
  return [...together.keys()].sort().map((key) => together.get(key) as Party);
}

export interface JudgedParty {
  placing: Placing;
  each: Judged[];
  faults: FieldFault[];
}

/** What the rules say of one party today; each fault with the person's name. */
export async function judgeParty(desk: Desk, party: Party): Promise<JudgedParty> {
  const placing = await desk.prepare(party.planId, party.offerId, party.studentIds);
  const { all, each } = await desk.judge(placing);
  const faults = [
    ...all.map(({ key, params }) => ({ path: `offers.${party.offerId}`, key, params })),
    ...each.flatMap(({ candidate, refusals }) =>
      refusals.map(({ key, params }) => ({
        path: `students.${candidate.studentId}`,
        key,
        params: { ...params, name: candidate.name },
      })),
    ),
  ];
  return { placing, each, faults };
}

/**
 * Makes the placements of a result by the very function and rules that place people by name. Whoever the rules
 * refuse meanwhile stops all of it, each with the name and the reason.
 */
export async function placeResult(args: Args, list: readonly Assigned[]): Promise<number> {
  const parties = partiesOf(list);
  const desk = await openDesk(args.tx, {
    planIds: [...new Set(parties.map(({ planId }) => planId))],
    offerIds: [...new Set(parties.map(({ offerId }) => offerId))],
    lock: true,
  });
  const judged: { party: Party; one: JudgedParty }[] = [];
  for (const party of parties) judged.push({ party, one: await judgeParty(desk, party) });
  const fields = judged.flatMap(({ one }) => one.faults);
  if (fields.length > 0)
    throw refuse('practice:round.error.notPlaceable', { count: fields.length }, { fields, status: 409 });
  return placeParties(args, judged);
}

/** Places judged parties together; how each came there stays with the placement. Gives how many people. */
export const placeParties = async (args: Args, judged: readonly { party: Party; one: JudgedParty }[]) =>
  (
    await placeJudged(
      args,
      judged.map(({ party: { way }, one: { placing, each } }) => ({
        ...{ placing, each },
        how: { way: way ?? 'round', contractNumber: null },
      })),
    )
  ).length;
