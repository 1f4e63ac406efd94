import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ForeignFilesError, saveFolder } from '../engines/seats/index.ts';
import {
  type ImportLists,
  loadBytes,
  type Report,
  readImport,
  renderReport,
} from '../modules/needs/index.ts';
import { importKinds } from '../modules/programmes/import-outcomes/index.ts';
import { type Locale, translateId } from '../platform/i18n/index.ts';

const locale: Locale = /^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru';
const t = (id: string, params: Record<string, string | number> = {}) =>
  translateId(locale, `needs:cli.${id}`, params);
/** Refused rows printed; the rest stand in the report. */
const SHOWN = 10;

interface Options {
  kind: string;
  file: string;
  out: string;
  asOf: string;
  horizon: { from: number; to: number };
}

function readOptions(args: string[]): Options | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return t('badOption', { why: reason(error) });
  }
  const { values, positionals } = parsed;
  const [kind, file] = positionals;
  if (!kind || !file || !values.out) return t('need');
  const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) return t('badDay');
  const next = Number(asOf.slice(0, 4)) + 1;
  const years = /^(\d{4})-(\d{4})$/.exec(values.horizon ?? `${next}-${next + 6}`);
  const horizon = { from: Number(years?.[1]), to: Number(years?.[2]) };
  if (!years || horizon.to < horizon.from) return t('badHorizon');
  return { kind, file, out: values.out, asOf, horizon };
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, 'as-of': { type: 'string' }, horizon: { type: 'string' } },
  });
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

interface ReferenceRow {
  code: string;
  name: string;
  okpdtr?: string;
  centre?: string;
}

const reference = (path: string) =>
  (
    JSON.parse(readFileSync(new URL(`../../region/${path}`, import.meta.url), 'utf8')) as {
      rows: ReferenceRow[];
    }
  ).rows;

/** Code lists that ship with the product. Without a register of enterprises these are kept as written. */
function shippedLists({ asOf, horizon }: Options): ImportLists {
  return {
    occupations: reference('reference/occupations.json').map((it) => ({
      code: it.code,
      name: it.name,
      okpdtr: it.okpdtr || null,
    })),
    places: reference('kirov/municipalities.json').map((it) => ({
      code: it.code,
      name: it.name,
      aliases: it.centre ? [it.centre] : [],
    })),
    region: '43',
    enterprises: null,
    programmes: new Set(reference('reference/spo.json').map((it) => it.code)),
    horizon,
    asOf,
  };
}

function print(report: Report, out: string): void {
  const { kind, rows, imported, repaired, refused, proposals } = report;
  console.log(t('done', { kind, rows, imported, repaired: repaired.length, refused: refused.length }));
  for (const note of report.notes) console.log(`  ${note.text}`);
  for (const { row, cell, why } of refused.slice(0, SHOWN))
    console.log(t('refusedRow', { row, cell: cell ? `, ${cell}` : '', why }));
  if (refused.length > SHOWN) console.log(t('more', { count: refused.length - SHOWN }));
  if (proposals.length > 0) console.log(t('proposals', { count: proposals.length }));
  console.log(t('written', { dir: out }));
}

export default {
  name: 'import',
  usage: t('usage', { kinds: importKinds.map((it) => it.kind).join(', ') }),
  /** @returns 0 when the report is written, 1 when the file was refused, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const options = readOptions(args);
    if (typeof options === 'string') {
      console.error(options);
      return 2;
    }
    const { kind, file, out } = options;
    const source = { bytes: await loadBytes(file), name: basename(file) };
    const { result } = await readImport(source, kind, importKinds, shippedLists(options));
    const report = renderReport(result, ({ id, params }) => translateId(locale, id, params ?? {}));
    try {
      saveFolder(out, {
        'report.json': `${JSON.stringify(report, null, 1)}\n`,
        'rows.json': `${JSON.stringify(result.rows, null, 1)}\n`,
      });
    } catch (error) {
      if (error instanceof ForeignFilesError) console.error(t('foreign', { dir: out, file: error.file }));
      else console.error(t('cannotWrite', { dir: out, why: reason(error) }));
      return 1;
    }
    print(report, out);
    return 0;
  },
};
