import { notFound, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { personalDataOf } from './define-personal-data.ts';
import { me } from './me.ts';

export const withdrawRecord = useCase(contract.withdrawRecord, {
  right: 'retention.myData.withdraw',
  async run(args) {
    const { input, actor, tx } = args;
    const personId = me(actor);
    const section = personalDataOf(input.section);
    if (!section?.withdraw) throw notFound();
    const records = await section.collect(tx, personId);
    if (!records.some((one) => one.id === input.id && one.canWithdraw)) throw notFound();
    await section.withdraw(args, { id: input.id, personId, reason: input.reason });
    args.change({
      subject: { kind: input.section, id: input.id, personId },
      after: { withdrawn: true, reason: input.reason },
    });
    args.emit('retention.withdrawn', { section: input.section, recordId: input.id, personId });
    return {};
  },
});
