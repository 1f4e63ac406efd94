import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { judgePlacing } from './judge-placing.ts';
import { placeJudged } from './place-judged.ts';
import { preparePlacing } from './prepare-placing.ts';

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
    const placed = await placeJudged(args, [{ placing, each, how: { way, contractNumber } }]);
    return { placed };
  },
});
