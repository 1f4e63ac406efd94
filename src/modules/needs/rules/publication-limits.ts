import type { Tx } from '../../../platform/database/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import type { Limits } from './withhold.ts';

/** From how many enterprises, and up to which share of one of them, a figure may be shown on a day. */
export async function publicationLimits(tx: Tx, day: string): Promise<Limits> {
  const found = await settingsOn(tx, ['needs.publicationMinEnterprises', 'needs.publicationDominance'], day);
  return {
    minEnterprises: Number(found['needs.publicationMinEnterprises']),
    dominance: Number(found['needs.publicationDominance']),
  };
}
