import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { bulkInsert, inTransaction, type Tx } from '../../../platform/database/index.ts';
import { appendHistory } from '../../../platform/history/index.ts';
import type { JobArgs } from '../../../platform/jobs/index.ts';
import { saveEvents } from '../../../platform/outbox/index.ts';
import { dayIn, Refusal, system, type World } from '../../../platform/use-case/index.ts';
import type { Effect, ReadFile, StoredImport, StoredKind } from './stored-kind.ts';

export interface ImportInput {
  importId: string;
  step: 'read' | 'apply';
}

interface Row extends Omit<StoredImport, 'asOf'> {
  state: string;
  content: Uint8Array | null;
  madeAt: string;
  statedDay: string | null;
}

/** Rows put aside in one piece; between pieces a cancel is heard. */
const PIECE = 1000;

class Undone extends Error {
  readonly effect: Effect;
  constructor(effect: Effect) {
    super('measured');
    this.effect = effect;
  }
}

async function readRow(tx: Tx, id: string, timeZone: string) {
  const { rows } =
    await sql<Row>`select id, kind, file_name as "fileName", organisation_id as "organisationId",
      municipality_id as "municipalityId", year, columns, state, content, made_at as "madeAt", as_of as "statedDay", complete
    from needs.import where id = ${id}`.execute(tx);
  const [row] = rows;
  return row ? { ...row, asOf: row.statedDay ?? dayIn(timeZone, new Date(row.madeAt)) } : null;
}

/** What storing the waiting rows would do now: it is done, counted and undone. */
export async function measureImport(db: Tx, kind: StoredKind, about: StoredImport): Promise<Effect> {
  try {
    await inTransaction(db, async (tx) => {
      const { organisations: _, ...effect } = await kind.store(tx, about);
      throw new Undone(effect);
    });
  } catch (error) {
    if (error instanceof Undone) return error.effect;
    throw error;
  }
  throw new Error('The measure left no count');
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });

/** Puts the right rows aside, each with an id for what it may become. Nobody reads them before they are stored. */
async function setAside(
  world: World,
  { importId, rows }: { importId: string; rows: readonly { row: number }[] },
  { progress, signal }: Pick<JobArgs<ImportInput, unknown>, 'progress' | 'signal'>,
): Promise<void> {
  await sql`delete from needs.import_row where import_id = ${importId}`.execute(world.db);
  for (let at = 0; at < rows.length; at += PIECE) {
    signal.throwIfAborted();
    const piece = rows.slice(at, at + PIECE).map((data, i) => ({
      import_id: importId,
      row: data.row,
      part: at + i,
      data: { ...data, newId: world.newId() },
    }));
    await inTransaction(world.db, (tx) => bulkInsert(tx, 'needs.import_row', piece));
    progress(40 + (45 * (at + piece.length)) / rows.length, 'needs:job.setAside', {
      done: at + piece.length,
      all: rows.length,
    });
  }
}

const countsOf = ({ result }: ReadFile) => {
  const count = (status: string) => result.fates.filter((it) => it.status === status).length;
  return {
    rows: result.fates.length,
    imported: count('imported'),
    repaired: count('repaired'),
    refused: count('refused'),
  };
};

async function read(args: JobArgs<ImportInput, unknown>, kind: StoredKind, about: Row & { asOf: string }) {
  const { world, progress, signal } = args;
  const importId = about.id;
  if (!about.content) return;
  progress(5, 'needs:job.reading');
  const source = { bytes: new Uint8Array(gunzipSync(about.content)), name: about.fileName };
  const file = await Promise.race([kind.read(world.db, source, about), untilAborted(signal)]);
  await setAside(world, { importId, rows: file.result.rows }, args);
  progress(90, 'needs:job.measuring');
  await sql`update needs.import set spellings = ${JSON.stringify(file.spellings)}::jsonb,
      present = ${JSON.stringify(file.result.present ?? [])}::jsonb
    where id = ${importId} and state = 'reading'`.execute(world.db);
  const effect = await measureImport(world.db, kind, about);
  signal.throwIfAborted();
  const { rows: _, present: __, ...report } = file.result;
  await sql`update needs.import set state = 'read', report = ${JSON.stringify(report)}::jsonb,
      counts = ${JSON.stringify(countsOf(file))}::jsonb, mapping = ${JSON.stringify(file.columns)}::jsonb,
      effect = ${JSON.stringify(effect)}::jsonb, fault = null
    where id = ${importId} and state = 'reading'`.execute(world.db);
}

async function apply(
  { world, progress, signal, job }: JobArgs<ImportInput, unknown>,
  kind: StoredKind,
  about: Row & { asOf: string },
) {
  progress(20, 'needs:job.storing');
  signal.throwIfAborted();
  await inTransaction(world.db, async (tx) => {
    const { organisations, ...effect } = await kind.store(tx, about);
    const at = world.now().toISOString();
    // whoever stops now comes too late or in time, never in between
    const { rows } = await sql<{
      mode: string;
    }>`update needs.import set state = 'applied', applied_at = ${at},
        effect = ${JSON.stringify(effect)}::jsonb, content = null
      where id = ${about.id} and state = 'applying' returning mode`.execute(tx);
    if (rows.length === 0) throw new Error('The upload was taken back');
    await sql`delete from needs.import_row where import_id = ${about.id}`.execute(tx);
    await appendHistory(tx, {
      act: 'change',
      useCase: 'needs.import',
      actor: { ...system('needs.import'), personId: job.ownerPersonId },
      subject: { kind: 'needs.import', id: about.id },
      after: { ...effect, kind: about.kind, file: about.fileName, mode: rows[0]?.mode },
      at,
    });
    const events = organisations.map((organisationId) => ({
      name: `needs.${about.kind === 'needs' ? 'lines' : about.kind}.changed`,
      payload: { organisationId },
    }));
    await saveEvents(tx, events, at, world.newId);
  });
  world.nudge?.();
}

const BEFORE = { read: 'reading', apply: 'applying' } as const;

/**
 * One step of an upload. Reading puts the right rows aside in pieces and starts anew after a cut; storing is one short
 * transaction, so that a cut leaves all or nothing. A cancelled reading leaves the upload cancelled, a cancelled
 * storing leaves it read.
 */
export async function runImport(
  args: JobArgs<ImportInput, unknown>,
  kinds: readonly StoredKind[],
): Promise<object> {
  const { world, input, signal } = args;
  const about = await readRow(world.db, input.importId, world.timeZone);
  const kind = kinds.find((it) => it.kind === about?.kind);
  if (!about || !kind || about.state !== BEFORE[input.step]) return { importId: input.importId };
  try {
    if (input.step === 'read') await read(args, kind, about);
    else await apply(args, kind, about);
  } catch (error) {
    await leave(world.db, { about, step: input.step, error, cancelled: signal.reason === 'cancelled' });
    if (!(error instanceof Refusal) || input.step === 'apply') throw error;
  }
  return { importId: input.importId };
}

async function leave(
  db: Tx,
  {
    about,
    step,
    error,
    cancelled,
  }: { about: Row; step: ImportInput['step']; error: unknown; cancelled: boolean },
): Promise<void> {
  const fault = error instanceof Refusal ? JSON.stringify({ key: error.key, params: error.params }) : null;
  if (!cancelled && !fault) return;
  const state = step === 'apply' ? 'read' : cancelled ? 'cancelled' : 'refused';
  await sql`update needs.import set state = ${state}, fault = ${fault}::jsonb
    where id = ${about.id} and state = ${BEFORE[step]}`.execute(db);
  if (state === 'cancelled')
    await sql`delete from needs.import_row where import_id = ${about.id}`.execute(db);
}
