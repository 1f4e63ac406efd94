import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { peekLink } from './peek-link.ts';

export const peek = useCase(contract.peek, {
  right: 'links.link.use',
  run: ({ input, tx, now }) => peekLink(tx, input.token, now),
});
