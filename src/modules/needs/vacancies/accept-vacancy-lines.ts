import { sql } from 'kysely';
import { translateId } from '../../../platform/i18n/index.ts';
import { within } from '../../../platform/rights/index.ts';
import { refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { storeLine } from '../lines/store-line.ts';
import { statedYears } from '../own-organisation.ts';
import { vacancyRuleOn } from '../rules/vacancy-rule-on.ts';
import { readVacancyLines } from './vacancy-lines.ts';

const keyOf = (it: { organisationId: string; municipalityId: string; occupation: string }) =>
  `${it.organisationId}/${it.municipalityId}/${it.occupation}`;

/**
 * Makes stated need lines of what stands open too long and ties the cards to them, so that they count once. The
 * enterprise confirms or changes the line; a withdrawn line sets its cards free again.
 */
export const acceptVacancyLines = useCase(contract.acceptVacancyLines, {
  right: 'needs.vacancy.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const rule = await vacancyRuleOn(tx, today);
    const { from: year, campaignId } = await statedYears(tx, today);
    const at = within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' });
    const found = await readVacancyLines(tx, { today, year, rule, scope: at });
    const open = new Map(found.map((it) => [keyOf(it), it]));
    let people = 0;
    for (const wanted of input.lines) {
      const line = open.get(keyOf(wanted));
      if (!line) throw stale();
      if (line.covered)
        throw refuse('needs:error.covered', { enterprise: line.organisation, year }, { status: 409 });
      const { id } = await storeLine(
        tx,
        {
          ...wanted,
          year,
          kind: 'replacement',
          count: line.places,
          confidence: 'mid',
          // kept with the line as its ground, in the language of the region's papers
          reason: translateId('ru', 'needs:vacancies.reason', { days: rule.openDays, cards: line.cards }),
          spoCode: null,
          source: translateId('ru', 'needs:vacancies.source'),
          campaignId,
        },
        { rev: 0, today, newId },
      );
      await sql`update needs.vacancy set line_id = ${id} where id = any(${line.ids}::uuid[])`.execute(tx);
      people += line.places;
      change({
        subject: { kind: 'needs.line', id: id ?? '', organisationId: wanted.organisationId },
        after: { ...wanted, year, count: line.places, vacancies: line.ids },
      });
    }
    for (const id of new Set(input.lines.map((it) => it.organisationId)))
      emit('needs.lines.changed', { organisationId: id });
    return { lines: input.lines.length, people };
  },
});
