// Prints the backtest as a table. Usage: tsx bench/forecast/print-backtest.ts SERIES.csv [horizons] [firstOrigin]
import { readFileSync } from 'node:fs';
import { buildPanel } from '../../src/engines/forecast/series/panel.ts';
import { readSeriesCsv } from '../../src/engines/forecast/series/read-series-csv.ts';
import { runBacktest } from '../../src/engines/forecast/series/run-backtest.ts';

const [file, horizons = '1,4,7,10', first = '10'] = process.argv.slice(2);
if (!file) throw new Error('print-backtest.ts SERIES.csv [horizons] [firstOrigin]');
const started = performance.now();
const panel = buildPanel(readSeriesCsv(readFileSync(file, 'utf8')));
const result = runBacktest(panel, { horizons: horizons.split(',').map(Number), firstOrigin: Number(first) });
console.table(result.rows);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${result.series} series, ${result.firstYear}-${result.lastYear}, ${seconds} s`);
