import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { paperNumber } from '../../../platform/papers/index.ts';
import type { REGISTERED } from './paper-contract.ts';

type Kind = (typeof REGISTERED)[number];

/** Until an organisation has written its own: the order number of the year, with a letter for the kind. */
export const USUAL: Record<Kind, string> = {
  order: '{seq}-п',
  hostOrder: '{seq}-н',
  gradeSheet: '{seq}/{yy}',
};

interface Journal {
  fileIndex: string;
  pattern: string;
  year: number;
  last: number;
}

const load = async (tx: Tx, organisationId: string, kind: Kind): Promise<Journal | undefined> =>
  (
    await sql<Journal>`select file_index as "fileIndex", pattern, year, last from practice.journal
      where organisation_id = ${organisationId} and kind = ${kind}`.execute(tx)
  ).rows[0];

/** Patterns of an organisation, with the usual ones where it wrote none. */
export async function journalsOf(tx: Tx, organisationId: string) {
  const kinds = Object.keys(USUAL) as Kind[];
  const all: { kind: Kind; fileIndex: string; pattern: string }[] = [];
  for (const kind of kinds) {
    const own = await load(tx, organisationId, kind);
    all.push({ kind, fileIndex: own?.fileIndex ?? '', pattern: own?.pattern ?? USUAL[kind] });
  }
  return all;
}

const written = (journal: Pick<Journal, 'pattern' | 'fileIndex'>, seq: number, date: string) =>
  paperNumber(journal.pattern, { seq, date, ...(journal.fileIndex ? { index: journal.fileIndex } : {}) });

/** The number the next paper of a day would get. Throws `Refusal` for a pattern that does not do. */
export const previewNumber = (journal: Pick<Journal, 'pattern' | 'fileIndex'>, date: string) =>
  written(journal, 1, date);

/** Takes the next number of the year in the caller's transaction: two at once get two numbers. */
export async function takeNumber(
  tx: Tx,
  { organisationId, kind, on }: { organisationId: string; kind: Kind; on: string },
): Promise<string> {
  const year = Number(on.slice(0, 4));
  const { rows } =
    await sql<Journal>`insert into practice.journal (organisation_id, kind, pattern, year, last)
    values (${organisationId}, ${kind}, ${USUAL[kind]}, ${year}, 1)
    on conflict (organisation_id, kind) do update set
      last = case when journal.year = excluded.year then journal.last + 1 else 1 end, year = excluded.year
    returning file_index as "fileIndex", pattern, year, last`.execute(tx);
  const journal = rows[0];
  return journal ? written(journal, journal.last, on) : '';
}
