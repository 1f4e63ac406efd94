import { sql } from 'kysely';
import type { z } from 'zod';
import { demand, judge } from '../../../platform/rules/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import type { Facts } from '../placements/placement-facts.ts';
import { appraisalDueTask } from '../reminders/course-tasks.ts';
import { appraisalRule } from '../rules/appraisal-rules.ts';
import type { appraisalFields } from './appraisal-contract.ts';
import { readSheet } from './read-sheet.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'emit' | 'change'>;
type Filled = z.output<typeof appraisalFields>;

export const APPRAISED_IN = ['started', 'in_progress', 'suspended', 'finished'];

/** Writes the sheet and the reference; both groups of items are demanded. Gives whether everything is mastered. */
export async function putAppraisal(
  args: Args,
  facts: Facts,
  filled: Filled,
  { how, filledBy }: { how: 'account' | 'link'; filledBy: string | null },
): Promise<{ positive: boolean; student: string }> {
  const { tx, now, today, change, emit } = args;
  if (!APPRAISED_IN.includes(facts.state))
    throw refuse(
      'practice:appraisal.error.notNow',
      { state: `practice:state.placement.${facts.state}` },
      { status: 409 },
    );
  const sheet = await readSheet(tx, sql<boolean>`p.id = ${facts.id}`, today);
  const asked = sheet?.competences ?? [];
  const titles = new Map(sheet?.qualities.map(({ code, title }) => [code, title]));
  const known = {
    competences: filled.competences.filter(({ code }) => asked.includes(code)),
    qualities: filled.qualities.filter(({ code }) => titles.has(code)),
  };
  const count = (rows: { code: string }[]) => new Set(rows.map(({ code }) => code)).size;
  const both = {
    competences: { asked: asked.length, filled: count(known.competences) },
    qualities: { asked: titles.size, filled: count(known.qualities) },
  };
  demand(appraisalRule, judge(appraisalRule, both, {}, today));
  const positive = known.competences.every(({ mastered }) => mastered);
  const competences = known.competences.map((one) => ({ ...one, title: '' }));
  const qualities = known.qualities.map((one) => ({ ...one, title: titles.get(one.code) ?? '' }));
  await sql`insert into practice.appraisal (placement_id, competences, qualities, reference, filled_by, filled_at, how)
    values (${facts.id}, ${JSON.stringify(competences)}::jsonb, ${JSON.stringify(qualities)}::jsonb, ${filled.reference},
      ${filledBy}, ${now}, ${how})
    on conflict (placement_id) do update set competences = excluded.competences, qualities = excluded.qualities,
      reference = excluded.reference, filled_by = excluded.filled_by, filled_at = excluded.filled_at, how = excluded.how`.execute(
    tx,
  );
  await sql`update practice.placement set appraisal_on = ${today}, appraisal_positive = ${positive}, rev = rev + 1,
      reference_on = ${filled.reference === '' ? sql`reference_on` : sql`${today}::date`} where id = ${facts.id}`.execute(
    tx,
  );
  await sql`insert into practice.appraisal_ask (placement_id, asked_on, mentor_id) values (${facts.id}, ${today}, ${filledBy})
    on conflict (placement_id) do nothing`.execute(tx);
  await closeTask(
    tx,
    appraisalDueTask,
    { kind: 'practice.placement', id: facts.id },
    { now, doneBy: filledBy },
  );
  change({
    subject: {
      kind: 'practice.placement',
      id: facts.id,
      organisationId: facts.hostId,
      personId: facts.personId,
    },
    after: { appraised: today, positive, how },
  });
  emit('practice.appraised', { id: facts.id, positive });
  return { positive, student: sheet?.student ?? '' };
}
