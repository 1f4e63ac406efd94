import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { freeUnits } from '../offers/units.ts';
import { judgePlacing } from './judge-placing.ts';
import { preparePlacing } from './prepare-placing.ts';

export const previewPlacing = useCase(contract.previewPlacing, {
  right: 'practice.placement.edit',
  async run({ input, tx, actor, scope }) {
    const placing = await preparePlacing(
      tx,
      { scope, actor },
      {
        planId: input.planId,
        offerId: input.offerId,
        studentIds: input.studentIds ?? null,
        from: input.from ?? null,
        to: input.to ?? null,
        minutesADay: input.minutesADay ?? null,
        contractNumber: null,
        lock: false,
      },
    );
    const { all, each } = await judgePlacing(tx, placing);
    const { agreement, offer, from, to } = placing;
    const bare = ({ rule, key, params }: (typeof all)[number]) => ({ rule, key, params });
    return {
      agreement: agreement?.holds ? { id: agreement.id, number: agreement.number } : null,
      free: await freeUnits(tx, { offerId: offer.id, from, to }),
      // a part of the group may be sent: the least size is judged when it is
      refusals: all.filter(({ rule }) => rule !== 'PL-07').map(bare),
      students: each.map(({ candidate, timetable, refusals }) => ({
        studentId: candidate.studentId,
        name: candidate.name,
        timetable,
        refusals: refusals.map(bare),
      })),
    };
  },
});
