import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { checkTable, readSheet, SheetRefusal, type TableCheck } from '../../../platform/sheets/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract, UPLOAD_FIELDS, type UploadRow, uploadRow } from '../contract.ts';
import { uploadSchema } from './upload-schema.data.ts';

const SHOWN_REMARKS = 200;
const chosen = z.record(z.string().regex(/^\d+$/), z.enum(UPLOAD_FIELDS).nullable());

function chosenColumns(choose: string | undefined): Map<number, string | null> {
  if (!choose) return new Map();
  const parsed = chosen.parse(JSON.parse(choose));
  return new Map(Object.entries(parsed).map(([column, field]) => [Number(column), field]));
}

async function check(file: File, choose: string | undefined): Promise<TableCheck> {
  try {
    const book = await readSheet(new Uint8Array(await file.arrayBuffer()), {
      name: file.name,
      limits: { timeoutMs: 20_000 },
    });
    const sheet = [...book.sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
    if (!sheet) throw new SheetRefusal('sheets:refused.noTable');
    return checkTable(sheet, uploadSchema, chosenColumns(choose));
  } catch (error) {
    if (error instanceof SheetRefusal) throw refuse(error.key, error.params);
    throw error;
  }
}

/** What the rows would do to the stored list. */
async function effectOf(tx: Tx, list: string, rows: readonly UploadRow[]) {
  const { rows: stored } = await sql<{
    code: string;
    name: string;
    parent: string | null;
    status: string;
    open: boolean;
  }>`
    select code, name, parent, status, upper_inf(valid) as open from classifiers.item where list = ${list}`.execute(
    tx,
  );
  const known = new Map(stored.map((item) => [item.code, item]));
  const effect = { added: 0, changed: 0, same: 0, recognised: 0, absent: 0 };
  for (const row of rows) {
    const item = known.get(row.code);
    if (!item) effect.added += 1;
    else if (item.status === 'unknown') effect.recognised += 1;
    else if (item.name !== row.name || (row.parent !== null && item.parent !== row.parent))
      effect.changed += 1;
    else effect.same += 1;
  }
  const codes = new Set(rows.map(({ code }) => code));
  effect.absent = stored.filter(
    (item) => item.status === 'listed' && item.open && !codes.has(item.code),
  ).length;
  return effect;
}

/** Reads and judges a file. Nothing is stored: what is right comes back and is sent again to be applied. */
export const previewUpload = useCase(contract.previewUpload, {
  right: 'classifiers.list.upload',
  async run({ input, tx }) {
    const { list, file } = input;
    const listed = await sql`select 1 from classifiers.list where code = ${list}`.execute(tx);
    found(listed.rows[0]);
    const checked = await check(file, input.choose);
    const whole = checked.mapping.missing.length === 0;
    const rows = whole
      ? checked.rows.flatMap(({ values, status }) => (status === 'refused' ? [] : [uploadRow.parse(values)]))
      : [];
    return {
      columns: checked.mapping.columns.map(({ column, title, field }) => ({ column, title, field })),
      missing: checked.mapping.missing,
      rows,
      counts: checked.counts,
      remarks: checked.remarks.slice(0, SHOWN_REMARKS).map(({ row, address, level, message, before }) => ({
        row: row + 1,
        address,
        level,
        id: message.id,
        params: message.params ?? {},
        before,
      })),
      effect: await effectOf(tx, list, rows),
    };
  },
});
