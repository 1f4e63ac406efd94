import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { looksAt } from './list-looks.ts';
import { me } from './me.ts';
import { sectionsOf } from './my-data.ts';
import { requestsOf } from './requests.ts';

export const exportMyData = useCase(contract.exportMyData, {
  right: 'retention.myData.read',
  async run({ tx, actor, now }) {
    const personId = me(actor);
    const { rows: looks } = await looksAt(tx, personId, { limit: 10_000, offset: 0 });
    return {
      format: 'rostok-my-data/1' as const,
      personId,
      at: now,
      sections: await sectionsOf(tx, personId),
      looks,
      requests: await requestsOf(tx, personId),
    };
  },
  reads: ({ data }) => ({ kind: 'retention.copy', id: data.personId, personId: data.personId }),
});
