import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planStates } from '../states.ts';
import { matchPlanFile } from './match-plan-file.ts';
import { isDemoHouse, putPlan } from './put-plan.ts';
import type { FileRow } from './read-plan-file.ts';

interface Stored {
  hash: string;
  schoolYear: number;
  appliedAt: string | null;
  rows: { rows: FileRow[]; unread: number };
}

/** All rows or, by choice, the good ones; a changed practice goes back to its draft. */
export const applyPlanFile = useCase(contract.applyPlanFile, {
  right: 'practice.plan.edit',
  async run(args) {
    const { input, tx, actor, now } = args;
    const organisationId = found(actor.organisationId);
    const { rows } =
      await sql<Stored>`select hash, school_year as "schoolYear", applied_at as "appliedAt", rows
      from practice.plan_file where id = ${input.fileId} and organisation_id = ${organisationId} for update`.execute(
        tx,
      );
    const file = found(rows[0]);
    if (file.hash !== input.hash) throw stale();
    if (file.appliedAt) throw refuse('practice:error.fileApplied', { at: file.appliedAt }, { status: 409 });
    const { schoolYear } = file;
    const { matched, remarks } = await matchPlanFile(tx, {
      organisationId,
      schoolYear,
      rows: file.rows.rows,
    });
    const refused = remarks.length + file.rows.unread;
    if (input.mode === 'all' && refused > 0) throw refuse('practice:error.fileHasFaults', { count: refused });
    const isDemo = await isDemoHouse(tx, organisationId);
    for (const { data, groupId, planId, action } of matched) {
      if (action === 'same') continue;
      const { row: _row, cell: _cell, group: _group, ...plan } = data;
      const kept = planId
        ? await reopen(args, planId)
        : { supervisorId: null, workshopId: null, formId: null };
      await putPlan(args, { ...plan, ...kept, groupId, id: planId ?? undefined, organisationId, isDemo });
    }
    await sql`update practice.plan_file set applied_at = ${now} where id = ${input.fileId}`.execute(tx);
    const number = (action: string) => matched.filter((one) => one.action === action).length;
    return { added: number('add'), changed: number('change'), same: number('same'), refused };
  },
});

interface Kept {
  state: string;
  supervisorId: string | null;
  workshopId: string | null;
  formId: string | null;
}

/** What a file does not say stays as it is. */
async function reopen(args: Parameters<typeof moveState>[0], id: string): Promise<Omit<Kept, 'state'>> {
  const { rows } = await sql<Kept>`select state, supervisor_id as "supervisorId", workshop_id as "workshopId",
      form_id as "formId"
    from practice.plan where id = ${id} for update`.execute(args.tx);
  const { state, ...kept } = found(rows[0]);
  if (state === 'approved')
    await moveState(args, { machine: planStates, table: 'practice.plan', id, event: 'reopen' });
  return kept;
}
