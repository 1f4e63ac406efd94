import { canonical, SEAL, sealOf } from '../../../../engines/seats/index.ts';
import type { Locale } from '../../../../platform/i18n/index.ts';
import { type Paper, renderPaper } from '../../../../platform/papers/index.ts';
import { type WriteTable, writeSheet } from '../../../../platform/sheets/index.ts';
import { trainingOrderPaper } from '../../papers/training-order.ts';
import type { ComputedPlan } from '../compute/compute-plan.ts';
import { balanceTables } from './balance-tables.ts';
import { explanationsText } from './explanations.ts';
import { forecastTable } from './forecast-table.ts';
import { namesIn } from './names.ts';
import { orderTables } from './order-tables.ts';
import { paperData } from './paper.ts';
import { reportText } from './report.ts';
import { seatTable } from './seat-table.ts';
import { steadyZip } from './steady-zip.ts';
import { type Summary, summaryOf } from './summary.ts';
import { textsOf } from './texts.ts';

/** Files of an answer by their path inside the folder. */
export type OutputFiles = Map<string, string | Uint8Array>;

export interface Output {
  files: OutputFiles;
  summary: Summary;
}

/** Everything an answer consists of, ready to be written. */
export async function makeOutput(plan: ComputedPlan, title: string, locale: Locale): Promise<Output> {
  const texts = textsOf(locale);
  const { t } = texts;
  const names = namesIn(plan.folder);
  const summary = summaryOf(plan, names, title, {
    assumptions: [
      ...plan.folder.region.assumptions.map((text) => ({ id: 'region', params: {}, count: null, text })),
      ...plan.assumptions.map((it) => ({ ...it, text: t(it.id, it.params) })),
    ],
    refused: plan.folder.faults.map((it) => ({
      file: it.file,
      row: it.row,
      column: it.column,
      why: texts.fault(it),
    })),
    notes: plan.forecast.notes.map(texts.note),
  });
  const sheet = async (format: 'csv' | 'xlsx', ...tables: WriteTable[]) => {
    const bytes = await writeSheet({ tables, yes: t('table.yes'), no: t('table.no') }, { format });
    return format === 'xlsx' ? steadyZip(bytes) : bytes;
  };
  const paper = (format: 'pdf' | 'docx') =>
    renderPaper(trainingOrderPaper as unknown as Paper, paperData(plan, names, summary), {
      format,
      title: textsOf('ru').t('paper.title'),
      draft: true,
      demo: plan.folder.region.demo,
      fingerprint: plan.order.certificate.fingerprint,
    });
  const forecast = forecastTable(plan, names, texts);
  const files: OutputFiles = new Map([
    ['report.md', reportText(summary, texts)],
    ['report.json', `${JSON.stringify(summary, null, 1)}\n`],
    ['explanations.md', explanationsText(plan, names, texts)],
    ...Object.entries(plan.order.files).map(([name, text]): [string, string] => [
      `certificate/${name}`,
      text,
    ]),
    [
      'certificate/comparison.json',
      canonical(
        plan.baselines.map(({ id, check }) => ({ id, goals: check.goals, violations: check.violations })),
      ),
    ],
  ] as [string, string | Uint8Array][]);
  files.set('forecast.csv', await sheet('csv', forecast));
  files.set('forecast.xlsx', await sheet('xlsx', forecast));
  files.set('balance.xlsx', await sheet('xlsx', ...balanceTables(plan, names, texts)));
  files.set('order.xlsx', await sheet('xlsx', ...orderTables(plan, names, texts)));
  files.set('seats-to-needs.csv', await sheet('csv', seatTable(plan, names, texts)));
  files.set('order.docx', steadyZip(await paper('docx')));
  files.set('order.pdf', await paper('pdf'));
  files.set(SEAL, sealOf(files));
  return { files, summary };
}
