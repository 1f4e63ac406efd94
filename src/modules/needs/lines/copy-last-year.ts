import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';

/**
 * «Повторить прошлый год»: what was stated for a year before stands a year later now. Only years without a line of
 * the same occupation, place and kind are filled: nothing stated is overwritten.
 */
export const copyLastYear = useCase(contract.copyLastYear, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const own = await organisationInScope(tx, { actor, scope, named: input.organisationId });
    const { from, to, campaignId } = await statedYears(tx, today);
    const { rows: missing } = await sql<{ source: string }>`
      select l.id as source from needs.line l
      where l.organisation_id = ${own.id} and l.state <> 'withdrawn' and l.kind <> 'project'
        and l.year + 1 between ${from} and ${to}
        and not exists (select 1 from needs.line n where n.organisation_id = l.organisation_id
          and n.occupation = l.occupation and n.municipality_id = l.municipality_id and n.kind = l.kind
          and n.year = l.year + 1 and n.project_id is null and n.state <> 'withdrawn')`.execute(tx);
    for (const { source } of missing)
      await sql`insert into needs.line (id, organisation_id, campaign_id, municipality_id, occupation, year, kind, count,
          confidence, reason, spo_code, source, stated_on)
        select ${newId()}, organisation_id, ${campaignId}, municipality_id, occupation, year + 1, kind, count, confidence,
          reason, spo_code, 'copy', ${today} from needs.line where id = ${source}`.execute(tx);
    if (missing.length > 0) {
      change({
        subject: { kind: 'needs.answer', id: own.id, organisationId: own.id },
        after: { copied: missing.length },
      });
      emit('needs.lines.changed', { organisationId: own.id });
    }
    return { copied: missing.length };
  },
});
