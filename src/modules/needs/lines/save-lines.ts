import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';
import { headcountFault } from '../rules/headcount.ts';
import { storeLine } from './store-line.ts';

export const saveLines = useCase(contract.saveLines, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const { occupation, kind, confidence, reason = null, spoCode = null, years } = input;
    const own = await organisationInScope(tx, { actor, scope, named: input.organisationId });
    const { from, to, campaignId } = await statedYears(tx, today);
    const fields = years.flatMap(({ year, count }, i) => {
      const key = headcountFault(count);
      if (key) return [{ path: `years.${i}.count`, key, params: { year } }];
      if (year < from || year > to)
        return [{ path: `years.${i}.year`, key: 'needs:error.year', params: { year, from, to } }];
      return [];
    });
    const [first] = fields;
    if (first) throw refuse(first.key, first.params, { fields });
    const municipalityId = input.municipalityId ?? own.municipalityId;
    if (!municipalityId)
      throw refuse(
        'needs:error.noPlace',
        {},
        { fields: [{ path: 'municipalityId', key: 'needs:error.noPlace', params: {} }] },
      );
    let saved = 0;
    for (const { year, count, rev } of [...years].sort((a, b) => a.year - b.year)) {
      const line = {
        organisationId: own.id,
        municipalityId,
        occupation,
        year,
        kind,
        count,
        confidence,
        reason,
        spoCode,
        source: 'form',
        campaignId,
      };
      const { what, id, before } = await storeLine(tx, line, { rev, today, newId });
      if (what === 'same' || !id) continue;
      saved += 1;
      change({
        subject: { kind: 'needs.line', id, organisationId: own.id },
        before,
        after: { year, count, what },
      });
    }
    if (saved > 0) emit('needs.lines.changed', { organisationId: own.id });
    return { saved };
  },
});
