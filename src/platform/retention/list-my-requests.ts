import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { me } from './me.ts';
import { requestsOf } from './requests.ts';

export const listMyRequests = useCase(contract.listMyRequests, {
  right: 'retention.request.send',
  run: async ({ tx, actor }) => ({ rows: await requestsOf(tx, me(actor)) }),
});
