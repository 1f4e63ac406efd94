import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { paperNumber } from '../../../platform/papers/index.ts';
import { found } from '../../../platform/use-case/index.ts';
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

interface Numbered {
  organisationId: string;
  kind: Kind;
  on: string;
}

/** Whoever numbers a paper of this kind waits for whoever does it now, until that transaction ends. */
export async function lockJournal(tx: Tx, { organisationId, kind, on }: Numbered): Promise<Journal> {
  await sql`insert into practice.journal (organisation_id, kind, pattern, year, last)
    values (${organisationId}, ${kind}, ${USUAL[kind]}, ${Number(on.slice(0, 4))}, 0) on conflict do nothing`.execute(
    tx,
  );
  const { rows } =
    await sql<Journal>`select file_index as "fileIndex", pattern, year, last from practice.journal
    where organisation_id = ${organisationId} and kind = ${kind} for update`.execute(tx);
  return found(rows[0]);
}

/**
 * Takes the next free number of a year in the caller's transaction: two at once get two numbers, as the second waits
 * for the first one's journal. A number somebody wrote by hand is passed over. A paper of a past year is numbered in
 * that year and leaves the count of this one alone.
 */
export async function takeNumber(tx: Tx, { organisationId, kind, on }: Numbered): Promise<string> {
  const year = Number(on.slice(0, 4));
  const journal = await lockJournal(tx, { organisationId, kind, on });
  const taken = await sql<{
    number: string;
  }>`select number from practice.paper where organisation_id = ${organisationId}
    and kind = ${kind} and date_part('year', on_day) = ${year}`.execute(tx);
  const known = new Set(taken.rows.map(({ number }) => number));
  let last = journal.year === year ? journal.last : 0;
  let number = '';
  do {
    last += 1;
    number = written(journal, last, on);
  } while (known.has(number) && last <= journal.last + known.size + 1);
  if (year >= journal.year)
    await sql`update practice.journal set year = ${year}, last = ${last}
      where organisation_id = ${organisationId} and kind = ${kind}`.execute(tx);
  return number;
}
