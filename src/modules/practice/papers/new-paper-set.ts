import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readParty } from './read-party.ts';

export const newPaperSet = useCase(contract.newPaperSet, {
  right: 'practice.paper.make',
  async run({ tx, actor, today }) {
    const own = actor.organisationId ? await readParty(tx, actor.organisationId, today) : null;
    const atPlant = actor.role.startsWith('enterprise_');
    const qualities = await settingOn<{ title: string }[]>(tx, 'practice.qualities', today);
    return {
      college: atPlant ? null : (own?.party ?? null),
      host: atPlant ? (own?.party ?? null) : null,
      city: own?.city ?? null,
      qualities: qualities.map(({ title }) => title),
      listDays: await settingOn<number>(tx, 'practice.listWorkingDays', today),
    };
  },
});
