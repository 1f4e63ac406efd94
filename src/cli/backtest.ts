import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type BacktestResult,
  type BacktestRow,
  buildPanel,
  EngineInputError,
  readSeriesCsv,
  runBacktest,
  say,
} from '../engines/forecast/index.ts';

const COLUMNS = [
  'level',
  'h',
  'method',
  'wape',
  'mase',
  'direction',
  'bias',
  'coverage80',
  'width80',
  'n',
] as const;
const SHOWN_ISSUES = 20;

/** English when the environment asks for it, Russian otherwise. */
const locale = (): 'ru' | 'en' => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

export default {
  name: 'backtest',
  usage: 'engine-forecast:backtest.usage',
  /** @returns 0 when done, 1 when the input was refused, 2 when the command line is wrong. */
  async run(args: string[]): Promise<number> {
    const t = say(locale());
    const usage = t('backtest.usage');
    const fail = (code: number, text: string): number => {
      console.error(text);
      return code;
    };
    const options = readOptions(args);
    if (options instanceof Error) return fail(2, t('backtest.badOption', { why: options.message, usage }));
    const { file, horizons, firstOrigin, json } = options;
    if (!file) return fail(2, t('backtest.noFile', { usage }));
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      return fail(1, t('backtest.cannotRead', { file, why: reason(error) }));
    }
    try {
      const panel = buildPanel(readSeriesCsv(decode(bytes)));
      if (panel.nodes.length === 0) throw new EngineInputError([{ code: 'series.empty', params: {} }]);
      const result = runBacktest(panel, { horizons, firstOrigin });
      print(result, t);
      if (json) {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const document = { format: 'rostok-backtest/1', input: { sha256 }, horizons, firstOrigin, ...result };
        try {
          writeFileSync(json, `${JSON.stringify(document, null, 1)}\n`);
        } catch (error) {
          return fail(1, t('backtest.cannotWrite', { file: json, why: reason(error) }));
        }
        console.log(t('backtest.written', { file: json }));
      }
      return 0;
    } catch (error) {
      if (!(error instanceof EngineInputError)) throw error;
      console.error(t('backtest.refused', { file, count: error.issues.length }));
      for (const i of error.issues.slice(0, SHOWN_ISSUES)) console.error(t(`issue.${i.code}`, i.params));
      if (error.issues.length > SHOWN_ISSUES)
        console.error(t('backtest.moreIssues', { count: error.issues.length - SHOWN_ISSUES }));
      return 1;
    }
  },
};

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        horizons: { type: 'string', default: '4,7,10' },
        'first-origin': { type: 'string', default: '10' },
        json: { type: 'string' },
      },
    });
    return {
      file: positionals[0],
      horizons: values.horizons.split(',').map(Number),
      firstOrigin: Number(values['first-origin']),
      json: values.json,
    };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** UTF-8, or Windows-1251 when the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function print(result: BacktestResult, t: ReturnType<typeof say>): void {
  const pairs = result.rows.filter((r) => r.method === 'ours').reduce((a, r) => a + r.n, 0);
  console.log(
    t('backtest.head', { series: result.series, first: result.firstYear, last: result.lastYear, pairs }),
  );
  const cell = (row: BacktestRow, c: (typeof COLUMNS)[number]): string => {
    const v = row[c];
    if (v === null) return '–';
    if (c === 'method') return t(`backtest.method.${v}`);
    return typeof v === 'number' && c !== 'h' && c !== 'n' && c !== 'level' ? v.toFixed(2) : String(v);
  };
  const table = [
    COLUMNS.map((c) => t(`backtest.column.${c}`)),
    ...result.rows.map((r) => COLUMNS.map((c) => cell(r, c))),
  ];
  const widths = COLUMNS.map((_, k) => Math.max(...table.map((line) => line[k]!.length)));
  for (const line of table) console.log(line.map((text, k) => text.padStart(widths[k]!)).join('  '));
  if (result.notes.length === 0) return;
  console.log(t('backtest.notes', { count: result.notes.length }));
  for (const note of result.notes.slice(0, SHOWN_ISSUES))
    console.log(`  ${t(`issue.${note.code}`, note.params)}`);
  if (result.notes.length > SHOWN_ISSUES)
    console.log(t('backtest.moreIssues', { count: result.notes.length - SHOWN_ISSUES }));
}
