import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kindsOn } from './kinds-on.ts';

export const listKinds = useCase(contract.listKinds, {
  right: 'agreements.agreement.read',
  async run({ input, tx, today }) {
    return { rows: await kindsOn(tx, input.on ?? today) };
  },
});
