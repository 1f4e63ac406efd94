import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type Tx } from '../platform/database/index.ts';
import {
  isProof,
  type RecordFault,
  type Verdict,
  verifyHistory,
  verifyRecords,
} from '../platform/history/index.ts';
import { subjectEntries } from '../platform/history/subject-entries.ts';
import { type Locale, translate, translateId } from '../platform/i18n/index.ts';
import { buildHouse } from '../platform/use-case/index.ts';

const SHOWN = 50;
const locale = (): Locale => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const say = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate(locale(), key, params);

interface Options {
  words: string[];
  data: string;
  url: string | null;
  head: string | null;
  json: boolean;
}

function readOptions(args: string[]): Options | Error {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        url: { type: 'string' },
        head: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    return {
      words: positionals,
      data: values.data ?? process.env.ROSTOK_DATA ?? 'data',
      url: values.url ?? (values.data ? null : (process.env.DATABASE_URL ?? null)),
      head: values.head ?? null,
      json: values.json ?? false,
    };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function print(verdict: Verdict): void {
  const { faults, backdated, head } = verdict;
  if (faults.length === 0) {
    const { seals, entries, unsealed, erased } = verdict;
    console.log(say('history:audit.whole', { seals, entries, unsealed, erased }));
  } else {
    console.error(say('history:audit.broken', { count: faults.length }));
    for (const { fault, seal, entry } of faults.slice(0, SHOWN))
      console.error(`— ${translateId(locale(), `history:fault.${fault}`, { seal, entry })}`);
    if (faults.length > SHOWN) console.error(say('history:audit.more', { count: faults.length - SHOWN }));
  }
  console.log(head ? say('history:audit.head', { head }) : say('history:audit.noHead'));
  if (backdated.length > 0)
    console.error(
      say('history:audit.backdated', { count: backdated.length, ids: backdated.slice(0, SHOWN).join(', ') }),
    );
}

function printRecords({ records, faults }: { records: number; faults: RecordFault[] }): void {
  if (faults.length === 0) {
    if (records > 0) console.log(say('history:audit.records', { count: records }));
    return;
  }
  console.error(say('history:audit.recordsBroken', { count: faults.length }));
  for (const { fault, kind, id } of faults.slice(0, SHOWN))
    console.error(`— ${translateId(locale(), `history:recordFault.${fault}`, { kind, id })}`);
}

/** Signed records of every room against what the history says of them. */
async function proveRecords(db: Tx) {
  const { tree } = await import('../tree.gen.ts');
  const proofs = buildHouse(tree, { unfinished: true }).all(isProof);
  return verifyRecords(
    db,
    proofs.map(({ value }) => value),
  );
}

async function show(db: Tx, subject: string): Promise<number> {
  const entries = await subjectEntries(db, subject);
  if (entries.length === 0) console.log(say('history:audit.nothing', { subject }));
  for (const entry of entries) {
    const { id, at, useCase, role, personId, seal } = entry;
    const who = personId ? say('history:audit.by', { id: personId }) : say('history:audit.bySystem');
    const act = translateId(locale(), `history:act.${entry.act}`);
    console.log(say('history:audit.entry', { id, at, act, useCase, role, who }));
    if (entry.erased) console.log(say('history:audit.erased'));
    for (const side of ['before', 'after'] as const)
      if (entry[side] !== null)
        console.log(say(`history:audit.${side}`, { values: JSON.stringify(entry[side]) }));
    console.log(seal === null ? say('history:audit.unsealed') : say('history:audit.sealed', { seal }));
  }
  return entries.length > 0 ? 0 : 1;
}

const fail = (code: number, text: string): number => {
  console.error(text);
  return code;
};

/** Proves the sealed history or prints all that it says of one thing. Exit code 1: something is wrong. */
export default {
  name: 'audit',
  usage: 'audit verify [--data DIR | --url DATABASE_URL] [--head HEAD] [--json] | audit show KIND:ID',
  async run(args: string[]): Promise<number> {
    const options = readOptions(args);
    const usage = say('history:audit.usage');
    if (options instanceof Error)
      return fail(2, say('history:audit.badOption', { why: options.message, usage }));
    const [what, subject] = options.words;
    if (what !== 'verify' && !(what === 'show' && subject)) return fail(2, usage);
    const { url, data } = options;
    // looking must not make a folder
    if (!url && !existsSync(join(data, 'pg'))) return fail(1, say('history:audit.noData', { dir: data }));
    const open = await openDatabase(url ? { url, poolSize: 1 } : { dir: data });
    try {
      if (what === 'show' && subject) return await show(open.db, subject);
      const verdict = await verifyHistory(open.db, options.head);
      const proven = await proveRecords(open.db);
      if (options.json)
        console.log(
          JSON.stringify({ ...verdict, records: proven.records, recordFaults: proven.faults }, null, 1),
        );
      else {
        print(verdict);
        printRecords(proven);
      }
      return verdict.faults.length + proven.faults.length > 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '42703'))
        return fail(1, say('history:audit.notMigrated'));
      throw error;
    } finally {
      await open.close();
    }
  },
};
