import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SEAL } from '../engines/seats/index.ts';
import {
  checkTarget,
  computePlan,
  FolderRefused,
  makeOutput,
  NoOrder,
  NotOurFolder,
  proofSentences,
  readFolder,
  saveOutput,
  textsOf,
  unmappedSentence,
} from '../modules/order/plan-folder/index.ts';

const SHOWN_FAULTS = 40;
const OURS = new Set(
  [
    'report.md',
    'report.json',
    'explanations.md',
    'certificate',
    SEAL,
    'forecast.csv',
    'forecast.xlsx',
    'balance.xlsx',
  ].concat(['order.xlsx', 'order.docx', 'order.pdf', 'seats-to-needs.csv']),
);

const locale = () => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

export default {
  name: 'plan',
  usage: 'plan DIR --out DIR [--skip-bad-rows] [--title T]',
  /** @returns 0 with an answer written, 1 when refused or no plan exists (nothing written), 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const texts = textsOf(locale());
    const { t } = texts;
    const told = (text: string) => console.error(text);
    const fail = (code: number, ...lines: string[]): number => {
      for (const line of lines) told(line);
      return code;
    };
    const o = options(args);
    if (o instanceof Error) return fail(2, t('cli.badOption', { why: o.message }), t('cli.need'));
    const { dir, out } = o;
    if (!dir || !out) return fail(2, t('cli.need'));
    if (!relative(resolve(dir), resolve(out)).startsWith('..'))
      return fail(2, t('cli.sameFolder', { dir: out }));
    try {
      checkTarget(out, OURS);
      const folder = await readFolder(dir, {
        skipBadRows: o.skip,
        progress: (file) => told(t('cli.reading', { file })),
      });
      const { region } = folder;
      const title =
        o.title ??
        t(region.trial ? 'trialTitle' : 'title', { year: region.decisionYear, region: region.name });
      const plan = await computePlan(folder, {
        title,
        priority: t('priority'),
        onForecast: (step, of) => told(t('cli.forecast', { step, of })),
        onOrder: stages((p) =>
          told(
            t('cli.order', {
              stage: p.stage,
              phase: t(`cli.phase.${p.phase}`),
              seconds: Math.round(p.seconds),
            }),
          ),
        ),
        onWhy: () => told(t('cli.why')),
      });
      told(t('cli.writing'));
      const { files, summary } = await makeOutput(plan, title, locale());
      try {
        saveOutput(out, files);
      } catch (error) {
        return fail(1, t('cli.cannotWrite', { dir: out, why: reason(error) }));
      }
      const { comparison } = summary.order;
      const compared = comparison.slice(1).map((it) => `${t(`plans.${it.id}`)}: ${worse(it.worse)}`);
      console.log(
        [
          title,
          ...(region.trial ? [t('report.trial').replaceAll('*', '')] : []),
          unmappedSentence(summary, texts),
          `${t('report.assumptions')}: ${summary.assumptions.length}.`,
          ...proofSentences(summary, texts),
          ...compared,
          t('cli.written', { dir: out }),
        ].join('\n'),
      );
      return 0;
    } catch (error) {
      if (error instanceof NotOurFolder) return fail(2, t('cli.notOurs', { dir: out, file: error.file }));
      if (error instanceof NoOrder)
        return fail(1, t('cli.noOrder'), ...[...error.because.slice(0, 3), ...error.advice].map(texts.seats));
      if (!(error instanceof FolderRefused)) throw error;
      const { faults } = error;
      told(t('cli.refused', { count: faults.length }));
      for (const fault of faults.slice(0, SHOWN_FAULTS)) told(`  ${texts.fault(fault)}`);
      if (faults.length > SHOWN_FAULTS) told(`  ${t('cli.more', { count: faults.length - SHOWN_FAULTS })}`);
      return faults.some((it) => it.row !== null && it.row > 1) ? fail(1, t('cli.skipHint')) : 1;
    }
  },
};

const worse = (share: number) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1).replace('.', ',')} %`;

function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'skip-bad-rows': { type: 'boolean', default: false },
        title: { type: 'string' },
      },
    });
    return { dir: positionals[0], out: values.out, skip: values['skip-bad-rows'], title: values.title };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Lets through one call per stage and phase, and one every ten seconds. */
function stages<P extends { stage: number; phase: string; seconds: number }>(
  tell: (p: P) => void,
): (p: P) => void {
  let last = '';
  return (p) => {
    const mark = `${p.stage}${p.phase}${Math.floor(p.seconds / 10)}`;
    if (mark !== last) tell(p);
    last = mark;
  };
}
