import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { matchOutcomeRows } from './match-outcome-rows.ts';
import type { FileRow } from './read-outcome-file.ts';
import { writeOutcome } from './write-outcome.ts';

interface Stored {
  hash: string;
  appliedAt: string | null;
  rows: { rows: FileRow[]; year: number; unread: number };
}

/** All rows or, by choice, the good ones; the same file again changes nothing. */
export const applyOutcomeFile = useCase(contract.applyOutcomeFile, {
  right: 'hiring.outcome.edit',
  async run(args) {
    const { input, tx, actor, now } = args;
    const organisationId = found(actor.organisationId);
    const { rows } = await sql<Stored>`select hash, applied_at as "appliedAt", rows from hiring.outcome_file
      where id = ${input.fileId} and organisation_id = ${organisationId} for update`.execute(tx);
    const file = found(rows[0]);
    if (file.hash !== input.hash) throw stale();
    if (file.appliedAt) throw refuse('hiring:error.fileApplied', {}, { status: 409 });
    const { rows: read, year, unread } = file.rows;
    const { matched, remarks } = await matchOutcomeRows(tx, { organisationId, year, rows: read });
    const refused = remarks.length + unread;
    if (input.mode === 'all' && refused > 0) throw refuse('hiring:error.fileHasFaults', { count: refused });
    const news = matched.filter((it) => !it.same);
    for (const { id, row } of news) await writeOutcome({ ...args, by: actor.personId }, id, 'file', row);
    await sql`update hiring.outcome_file set applied_at = ${now} where id = ${input.fileId}`.execute(tx);
    return { written: news.length, refused };
  },
});
