import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { matchPlanFile } from './match-plan-file.ts';
import { readPlanFile } from './read-plan-file.ts';
import { PLAN_BYTES } from './schemas.ts';

/** Reads the file, keeps its rows with their hash, and says what applying them would do. Changes nothing else. */
export const previewPlanFile = useCase(contract.previewPlanFile, {
  right: 'practice.plan.edit',
  async run({ input, tx, actor, now, newId }) {
    const organisationId = found(actor.organisationId);
    const bytes = Buffer.from(input.content, 'base64');
    if (bytes.byteLength > PLAN_BYTES)
      throw refuse('practice:error.fileTooBig', { limit: PLAN_BYTES / 1_000_000 }, { status: 413 });
    const read = await readPlanFile(bytes, input.name);
    const { matched, remarks } = await matchPlanFile(tx, {
      organisationId,
      schoolYear: input.schoolYear,
      rows: read.rows,
    });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const fileId = newId();
    const all = [...read.remarks, ...remarks];
    const refused = new Set(all.filter((one) => one.refused).map(({ row }) => row));
    const kept = {
      rows: read.rows,
      unread: new Set(read.remarks.filter((one) => one.refused).map(({ row }) => row)).size,
    };
    await sql`insert into practice.plan_file (id, organisation_id, school_year, file_name, hash, rows, made_by, made_at)
      values (${fileId}, ${organisationId}, ${input.schoolYear}, ${input.name}, ${hash}, ${JSON.stringify(kept)}::jsonb,
        ${actor.personId}, ${now})`.execute(tx);
    const number = (action: string) => matched.filter((one) => one.action === action).length;
    return {
      fileId,
      hash,
      rows: read.count,
      columns: read.columns,
      missing: read.missing,
      add: number('add'),
      change: number('change'),
      same: number('same'),
      refused: refused.size,
      remarks: all.sort((a, b) => Number(b.refused) - Number(a.refused) || a.row - b.row).slice(0, 500),
    };
  },
});
