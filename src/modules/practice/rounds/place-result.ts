import { type FieldFault, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { judgePlacing } from '../placements/judge-placing.ts';
import { placeJudged } from '../placements/place-students.ts';
import { preparePlacing } from '../placements/prepare-placing.ts';

export interface Assigned {
  studentId: string;
  planId: string;
  offerId: string;
}

type Args = Omit<RunArgs<unknown>, 'input'>;

/**
 * Makes the placements of a result by the very function and rules that place people by name. Whoever the rules
 * refuse meanwhile stops all of it, each with the name and the reason.
 */
export async function placeResult(args: Args, list: readonly Assigned[]): Promise<number> {
  const together = new Map<string, Assigned[]>();
  for (const one of list) {
    const key = `${one.offerId} ${one.planId}`;
    const found = together.get(key);
    if (found) found.push(one);
    else together.set(key, [one]);
  }
  const fields: FieldFault[] = [];
  let placed = 0;
  // always in the same order, so that two transactions cannot lock each other
  for (const key of [...together.keys()].sort()) {
    const people = together.get(key) ?? [];
    const [{ planId, offerId } = { planId: '', offerId: '' }] = people;
    const placing = await preparePlacing(
      args.tx,
      { scope: 'all', actor: args.actor },
      {
        ...{ planId, offerId, studentIds: people.map(({ studentId }) => studentId), from: null, to: null },
        ...{ minutesADay: null, contractNumber: null, lock: true },
      },
    );
    const { all, each } = await judgePlacing(args.tx, placing);
    // the least group was held by the draw over all groups that come to the place
    for (const { rule, key, params } of all)
      if (rule !== 'PL-07') fields.push({ path: `offers.${offerId}`, key, params });
    for (const { candidate, refusals } of each)
      for (const { key, params } of refusals)
        fields.push({
          path: `students.${candidate.studentId}`,
          key,
          params: { ...params, name: candidate.name },
        });
    if (fields.length === 0)
      placed += (await placeJudged(args, placing, each, { way: 'round', contractNumber: null })).length;
  }
  if (fields.length > 0)
    throw refuse('practice:round.error.notPlaceable', { count: fields.length }, { fields, status: 409 });
  return placed;
}
