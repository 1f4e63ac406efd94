import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofHost } from './own-placements.ts';
import { readCards } from './placement-card.ts';

/** What an employer has no business with: whether a guardian or a doctor has answered is shown as one mark. */
const HIDDEN = { guardian: 'idle', leaveHome: 'idle' } as const;

export const listTrainees = useCase(contract.listTrainees, {
  right: 'practice.trainee.read',
  async run({ tx, actor, scope, today }) {
    const where = sql<boolean>`${ofHost(scope, actor)} and p.state not in ('requested', 'failed', 'archived')`;
    const cards = await readCards(tx, where, today);
    const rows = cards.map((card) => ({
      ...card,
      leaveHome: 'needless' as const,
      grade: null,
      papers: { ...card.papers, ...HIDDEN },
    }));
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('practice.trainee.edit'), confirm: may('practice.log.confirm') }),
  reads: ({ data }) => (data.rows[0] ? { kind: 'practice.placement', id: data.rows[0].id } : null),
});
