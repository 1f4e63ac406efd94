import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { groupKey } from './file-schema.ts';
import type { FileRemark, FileRow } from './read-plan-file.ts';

export interface MatchedRow {
  data: FileRow;
  groupId: string;
  /** The practice it would change; null: a new one. */
  planId: string | null;
  action: 'add' | 'change' | 'same';
}

interface Known {
  id: string;
  groupId: string;
  kind: string;
  moduleCode: string;
  title: string;
  from: string;
  to: string;
  academicHours: number;
  competences: string[];
  heldAt: string;
  placed: number;
}

const FIELDS = ['title', 'from', 'to', 'academicHours', 'heldAt'] as const;

/** Finds each row's group and the practice it would change. A second upload of one file changes nothing. */
export async function matchPlanFile(
  tx: Tx,
  {
    organisationId,
    schoolYear,
    rows,
  }: { organisationId: string; schoolYear: number; rows: readonly FileRow[] },
): Promise<{ matched: MatchedRow[]; remarks: FileRemark[] }> {
  const groups = await sql<{ id: string; code: string }>`select id, code from programmes.study_group_v
    where organisation_id = ${organisationId} and graduation_year > ${schoolYear}`.execute(tx);
  const plans =
    await sql<Known>`select p.id, p.group_id as "groupId", p.kind, p.module_code as "moduleCode", p.title,
      lower(p.period) as "from", upper(p.period) - 1 as "to", p.academic_hours as "academicHours",
      to_jsonb(p.competences) as competences, p.held_at as "heldAt",
      (select count(*)::int from practice.placement x where x.plan_id = p.id and x.state <> 'failed') as placed
    from practice.plan p where p.organisation_id = ${organisationId} and p.school_year = ${schoolYear} and p.state <> 'cancelled'`.execute(
      tx,
    );
  const matched: MatchedRow[] = [];
  const remarks: FileRemark[] = [];
  const seen = new Map<string, string>();
  for (const data of rows) {
    const no = (id: string, params: FileRemark['params'] = {}) =>
      remarks.push({ row: data.row, cell: data.cell, refused: true, id: `practice:file.${id}`, params });
    const fitting = groups.rows.filter((group) => groupKey(group.code) === groupKey(data.group));
    const [group] = fitting;
    const key = `${group?.id} ${data.kind} ${data.moduleCode}`;
    const before = plans.rows.find(
      (plan) => plan.groupId === group?.id && plan.kind === data.kind && plan.moduleCode === data.moduleCode,
    );
    const same =
      before !== undefined &&
      FIELDS.every((field) => before[field] === data[field]) &&
      before.competences.join() === data.competences.join();
    if (!group) no('unknownGroup', { value: data.group });
    else if (fitting.length > 1) no('severalGroups', { value: data.group });
    else if (seen.has(key)) no('twice', { cell: seen.get(key) ?? '' });
    else if (before && !same && before.placed > 0) no('placed', { count: before.placed });
    else {
      seen.set(key, data.cell);
      matched.push({
        data,
        groupId: group.id,
        planId: before?.id ?? null,
        action: same ? 'same' : before ? 'change' : 'add',
      });
    }
  }
  return { matched, remarks };
}
