import { settingsOf } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { monthsLater } from '../rules/days.ts';
import { againRule } from '../rules/result-rules.ts';
import { groundOfRepeat } from '../sessions/admit-students.ts';
import { lastExams } from './read-repeats.ts';

/** Who may come again (DE-21): annulled at once, with a valid reason within the term, otherwise after half a year. */
export const listRepeats = useCase(contract.listRepeats, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today }) {
    const settings = await settingsOf(tx, againRule, today);
    const [extra, wait, most] = [
      Number(settings['exams.extraDateMonths']),
      Number(settings['exams.resitMonths']),
      Number(settings['exams.resitTimes']),
    ];
    const found = await lastExams(tx, {
      college: scope === 'all' ? null : actor.organisationId,
      programmeCode: input.programmeCode ?? null,
    });
    const rows = found
      .filter(({ present, grade, annulled, state }) => {
        const stands = !annulled && state !== 'annulled';
        return !(stands && (grade ?? 2) > 2 && (present || grade !== null));
      })
      .map(({ state, present, absence, absenceOn, grade: _grade, annulled, ...one }) => {
        const { why, since } = groundOfRepeat({
          id: one.examineeId,
          day: one.day,
          state,
          present,
          absence,
          absenceOn,
          grade: null,
          annulled,
        });
        const waits = why === 'failed' || why === 'unexcused';
        return {
          ...one,
          why,
          since,
          first: waits ? monthsLater(since, wait) : null,
          last: why === 'valid' ? monthsLater(since, extra) : null,
          over: waits && one.attempts > most,
        };
      })
      .sort((a, b) => (a.first ?? a.since).localeCompare(b.first ?? b.since));
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ plan: may('exams.session.plan') }),
});
