import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { translateId } from '../../../platform/i18n/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { matchOutcomeRows } from './match-outcome-rows.ts';
import { readOutcomeFile } from './read-outcome-file.ts';

export const previewOutcomeFile = useCase(contract.previewOutcomeFile, {
  right: 'hiring.outcome.edit',
  async prepare({ input }) {
    const bytes = Buffer.from(input.content, 'base64');
    return {
      ...(await readOutcomeFile(bytes, input.name)),
      hash: createHash('sha256').update(bytes).digest('hex'),
    };
  },
  async run({ input, tx, actor, now, newId, locale, prepared }) {
    const organisationId = found(actor.organisationId);
    const { rows, hash } = prepared;
    const { matched, remarks } = await matchOutcomeRows(tx, { organisationId, year: input.year, rows });
    const fileId = newId();
    const kept = { rows, year: input.year, unread: prepared.remarks.length };
    await sql`insert into hiring.outcome_file (id, organisation_id, file_name, hash, rows, made_by, made_at)
      values (${fileId}, ${organisationId}, ${input.name}, ${hash}, ${JSON.stringify(kept)}::jsonb, ${actor.personId}, ${now})`.execute(
      tx,
    );
    const all = [...prepared.remarks, ...remarks].sort((a, b) => a.row - b.row);
    return {
      fileId,
      hash,
      rows: rows.length + prepared.remarks.length,
      answers: matched.filter((it) => !it.same).length,
      same: matched.filter((it) => it.same).length,
      refused: all.length,
      remarks: all
        .slice(0, 500)
        .map(({ row, field, id, params }) => ({ row, field, text: translateId(locale, id, params) })),
    };
  },
});
