import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { statedYears } from '../own-organisation.ts';
import { vacancyRuleOn } from '../rules/vacancy-rule-on.ts';
import { readVacancyLines } from './vacancy-lines.ts';

export const listVacancyLines = useCase(contract.listVacancyLines, {
  right: 'needs.vacancy.read',
  async run({ tx, actor, scope, today }) {
    const rule = await vacancyRuleOn(tx, today);
    const { from: year } = await statedYears(tx, today);
    const at = within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' });
    const lines = await readVacancyLines(tx, { today, year, rule, scope: at });
    return {
      rows: lines.flatMap(({ covered, ids: _, ...line }) => (covered ? [] : [line])),
      year,
      rule,
      covered: lines.filter((it) => it.covered).length,
    };
  },
  can: ({ may }) => ({ accept: may('needs.vacancy.edit') }),
});
