import type { Tx } from '../database/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { allPersonalData } from './define-personal-data.ts';
import { me } from './me.ts';

/** What every room holds about a person; sections with nothing in them are left out. */
export async function sectionsOf(tx: Tx, personId: string) {
  const sections = [];
  for (const one of allPersonalData()) {
    const records = await one.collect(tx, personId);
    const { basis, basisKey, purposeKey, titleKey } = one;
    if (records.length > 0)
      sections.push({ id: one.personalData, titleKey, basis, basisKey, purposeKey, records });
  }
  return sections;
}

export const myData = useCase(contract.myData, {
  right: 'retention.myData.read',
  run: async ({ tx, actor }) => ({ sections: await sectionsOf(tx, me(actor)) }),
});
