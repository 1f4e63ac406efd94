import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract, IMPORT_BYTES } from '../contract.ts';
import { ownOrganisation } from '../own-organisation.ts';
import { copyReport } from './file-report.ts';
import { measure, type ReadImport } from './measure.ts';
import { KINDS } from './read-kind.ts';

/** Reads the file, keeps its rows with their hash, and says what applying them would do. Changes nothing else. */
export const previewImport = useCase(contract.previewImport, {
  right: 'programmes.import.make',
  // a table of a thousand rows takes seconds to read: nobody waits for a connection meanwhile
  async prepare({ input, actor }) {
    const kind = KINDS[input.kind];
    if (!actor.verified || !(kind.right in actor.rights))
      throw refuse('use-case:error.noRight', { right: kind.right }, { status: 403 });
    const bytes = Buffer.from(input.content, 'base64');
    if (bytes.byteLength > IMPORT_BYTES)
      throw refuse('programmes:error.fileTooBig', { limit: IMPORT_BYTES / 1_000_000 }, { status: 413 });
    const choice = new Map(Object.entries(input.columns).map(([column, field]) => [Number(column), field]));
    const read = (await kind.read(bytes, input.name, choice)) as ReadImport;
    return { kind, read, hash: createHash('sha256').update(bytes).digest('hex') };
  },
  async run({ input, prepared, tx, actor, scope, today, now, newId }) {
    const { kind, hash } = prepared;
    // the report is completed below; a transaction that has to start again starts from the report as it was read
    const read = { ...prepared.read, report: copyReport(prepared.read.report) };
    const organisationId = ownOrganisation(scope, actor, input.organisationId);
    if (input.programmeId) await ownProgramme(tx, input.programmeId, organisationId);
    // rows refused by the register are asked again when the file is applied
    const unread = read.report.refused.length;
    const year = input.year ?? Number(today.slice(0, 4));
    const measured = await measure(tx, {
      kind: input.kind,
      organisationId,
      programmeId: input.programmeId ?? null,
      year,
      read,
      today,
    });

    const importId = newId();
    const kept = { rows: read.rows, refused: unread, head: read.head ?? null };
    await sql`insert into programmes.import (id, kind, organisation_id, programme_id, file_name, hash, mapping, rows, made_by, made_at)
      values (${importId}, ${input.kind}, ${organisationId}, ${measured.programmeId}, ${input.name}, ${hash},
        ${JSON.stringify({ columns: input.columns, year })}::jsonb, ${JSON.stringify(kept)}::jsonb, ${actor.personId}, ${now})`.execute(
      tx,
    );
    return {
      importId,
      hash,
      columns: read.columns.map(({ column, letters, title, field, how }) => ({
        column,
        letters,
        title,
        field,
        how,
      })),
      fields: kind.schema.fields.map(({ id }) => ({
        id,
        required: (kind.required as readonly string[]).includes(id),
      })),
      missing: read.missing,
      report: read.report,
      plan: measured.plan,
      first: read.rows.slice(0, 5).map(flat),
      note: measured.note,
    };
  },
});

async function ownProgramme(tx: Tx, programmeId: string, organisationId: string) {
  const { rows } = await sql<{
    organisation_id: string;
  }>`select organisation_id from programmes.programme where id = ${programmeId}`.execute(tx);
  if (found(rows[0]).organisation_id !== organisationId) throw notFound();
}

const flat = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(', ') : (value as string | number | null),
    ]),
  );
