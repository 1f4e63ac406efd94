import { sql } from 'kysely';
import { peekLink } from '../../../platform/links/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { subjectOf } from '../guardians/subject-of.ts';
import { appraisalLink } from './appraisal-link.ts';
import { readSheet } from './read-sheet.ts';

export const peekAppraisal = useCase(contract.peekAppraisal, {
  right: 'practice.appraisal.answer',
  async run({ input, tx, now, today }) {
    const { state } = await peekLink(tx, input.token, now);
    const id = state === 'open' ? await subjectOf(tx, input.token, appraisalLink.purpose) : null;
    if (!id) return { state: state === 'open' ? ('unknown' as const) : state, sheet: null };
    const sheet = await readSheet(tx, sql<boolean>`p.id = ${id}`, today);
    if (!sheet) return { state: 'unknown' as const, sheet: null };
    // whose sheet it is is said to who knows the code
    const { filled: _, id: __, student: ___, ...asked } = sheet;
    return { state, sheet: asked };
  },
});
