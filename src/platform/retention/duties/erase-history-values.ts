import { sql } from 'kysely';
import { eraseValues } from '../../history/index.ts';
import { system } from '../../use-case/actor.ts';
import { defineDuty } from '../define-duty.ts';

export const eraseHistoryValues = defineDuty({
  id: 'retention.historyValues',
  what: 'personal values beside old entries of the history',
  after: 'retention.historyValues',
  basis: '152-FZ art. 5',
  run: (tx, { before, now }) =>
    eraseValues(tx, {
      which: sql<boolean>`h.at < ${before}::date`,
      actor: system('retention'),
      ground: 'retention.historyValues',
      now,
    }),
});
