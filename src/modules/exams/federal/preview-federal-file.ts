import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { titleKey } from '../../../platform/sheets/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { KIT_BYTES } from '../kits/schemas.ts';
import { loadSession } from '../sessions/load-session.ts';
import { openFederal, readFederal } from './federal-sheets.ts';
import { matchRows } from './match-rows.ts';
import { partsOfKit } from './result-parts.ts';

/** Reads the file as its columns were once understood, keeps what was decided anew, and says whom it means. */
export const previewFederalFile = useCase(contract.previewFederalFile, {
  right: 'exams.federal.exchange',
  async prepare({ input }) {
    const bytes = Buffer.from(input.content, 'base64');
    if (bytes.byteLength > KIT_BYTES)
      throw refuse('exams:error.fileTooBig', { limit: KIT_BYTES / 1_000_000 }, { status: 413 });
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { sheet: await openFederal(bytes, input.name), hash };
  },
  async run({ input, tx, actor, now, newId, prepared }) {
    const session = await loadSession(tx, input.id);
    for (const { title, field } of input.columns)
      await sql`insert into exams.federal_column (kind, heading, field, noted_by, noted_at)
        values (${input.kind}, ${titleKey(title)}, ${field}, ${actor.personId}, ${now})
        on conflict (kind, heading) do update set field = excluded.field, noted_by = excluded.noted_by, noted_at = excluded.noted_at`.execute(
        tx,
      );
    const { rows: kept } = await sql<{
      heading: string;
      field: string | null;
    }>`select heading, field from exams.federal_column
      where kind = ${input.kind}`.execute(tx);
    const parts = input.kind === 'results' ? await partsOfKit(tx, session.kitId) : [];
    const read = readFederal(
      input.kind,
      prepared.sheet,
      new Map(kept.map(({ heading, field }) => [heading, field])),
      parts,
    );
    const { matched, remarks } = await matchRows(tx, input.kind, session, read.rows, read.byPart);
    const all = [...read.remarks, ...remarks];
    const fileId = newId();
    const content = { matched, sound: read.missing.length === 0 && !all.some(({ refused }) => refused) };
    await sql`insert into exams.federal_file (id, kind, session_id, file_name, hash, content, made_by, made_at)
      values (${fileId}, ${input.kind}, ${session.id}, ${input.name}, ${prepared.hash},
        ${JSON.stringify(content)}::jsonb, ${actor.personId}, ${now})`.execute(tx);
    return {
      fileId,
      rows: read.rows.length,
      matched: matched.length,
      columns: read.columns,
      missing: read.missing,
      parts: parts.map(({ id, kind, code, title }) => ({ id, kind, code, title })),
      remarks: all.slice(0, 500),
    };
  },
});
