import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { expertsFor } from './faults-of-kit.ts';
import { loadKit } from './load-kit.ts';
import type { KitBody } from './schemas.ts';

/** Quantity × multiplier: what a site of so many workplaces has to have. */
export function needsOf(body: KitBody, workplaces = body.workplaces) {
  const times = { workplace: workplaces, expert: expertsFor(body.experts, workplaces), site: 1 };
  return body.items.map(({ title, unit, kind, quantity, per }) => ({
    title,
    unit,
    kind,
    total: quantity * times[per],
  }));
}

export const getKit = useCase(contract.getKit, {
  right: 'exams.kit.read',
  async run({ input, tx }) {
    const { row, body, hash } = found(await loadKit(tx, input.id));
    return { ...row, body, hash, needs: needsOf(body, input.workplaces) };
  },
  can: ({ data, may }) => ({
    edit: may('exams.kit.edit'),
    approve: may('exams.kit.edit') && data.state === 'draft',
    withdraw: may('exams.kit.edit') && data.state === 'approved',
  }),
});
