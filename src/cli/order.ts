import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  canonical,
  checkInstance,
  computeBaselines,
  computeOrder,
  explainInfeasible,
  ForeignFilesError,
  NoPlanError,
  type OrderInstance,
  openSolver,
  SeatsInputError,
  type Sentence,
  type StageProgress,
  saveFolder,
  say,
} from '../engines/seats/index.ts';

const shown = 20;
const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const percent = (v: number) => `${(100 * v).toLocaleString('ru', { maximumSignificantDigits: 2 })} %`;

export default {
  name: 'order',
  usage: 'order INSTANCE.json --out DIR',
  /** @returns 0 with a plan written, 1 when refused or no plan exists, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const o = options(args);
    if (!o?.file || !o.out) return fail(2, t('cli.order.need'));
    let instance: OrderInstance;
    try {
      instance = checkInstance(JSON.parse(textOf(o.file)));
    } catch (error) {
      return refuse(o.file, error);
    }
    const solver = openSolver();
    try {
      const result = await computeOrder(instance, { solver, onProgress: progress() });
      const baselines = await computeBaselines(instance, result.model, solver);
      const { goals } = result.certificate.final;
      const worse = (v: number) => (goals[0] > 0 ? percent(v / goals[0] - 1) : percent(v > 0 ? 1 : 0));
      const comparison = baselines.map((b) => ({
        id: b.id,
        goals: b.check.goals,
        worse: b.check.goals[0] - goals[0],
        violations: b.check.violations,
      }));
      const now = result.plan.seats.filter((s) => s.year === instance.decisionYear);
      const lines = [
        t('cli.order.seats', {
          year: instance.decisionYear,
          seats: sum(now, 'seats'),
          groups: sum(now, 'groups'),
        }),
        t('cli.order.unmet', { people: Math.round(sum(result.plan.unmet, 'people')) }),
        t('cli.order.proved', { share: percent(result.certificate.final.proved) }),
        t('cli.order.reported', { share: percent(result.certificate.final.reported) }),
        ...baselines.map((b) =>
          t(`cli.order.${b.id}`, {
            value: Math.round(b.check.goals[0]),
            worse: worse(b.check.goals[0]),
            broken: b.check.violations.length,
          }),
        ),
        ...(instance.intakes > 1 ? [t('cli.order.indicative', { year: instance.decisionYear })] : []),
      ];
      const files = {
        ...result.files,
        'comparison.json': canonical(comparison),
        'summary.txt': `${lines.join('\n')}\n`,
      };
      try {
        saveFolder(o.out, files);
      } catch (error) {
        return fail(1, unwritten(o.out, error));
      }
      console.log([...lines, t('cli.order.written', { dir: o.out })].join('\n'));
      return 0;
    } catch (error) {
      if (!(error instanceof NoPlanError)) throw error;
      const why = await explainInfeasible(instance, solver);
      const words = (list: Sentence[]) => list.map((s) => t(s.id, s.params));
      return fail(1, [t('infeasible.head'), ...words(why.because), ...words(why.advice)].join('\n'));
    } finally {
      await solver.close();
    }
  },
};

function options(args: string[]): { file: string | undefined; out: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    return { file: positionals[0], out: values.out };
  } catch (error) {
    console.error(t('cli.order.badOption', { why: reason(error) }));
    return undefined;
  }
}

/** The text of a file in UTF-8, with or without byte-order mark. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EncodingError();
  }
}

class EncodingError extends Error {}

function refuse(file: string, error: unknown): number {
  if (error instanceof EncodingError) return fail(1, t('input.notUtf8', { file }));
  if (error instanceof SyntaxError) return fail(1, t('input.notJson', { file, why: reason(error) }));
  if (!(error instanceof SeatsInputError)) return fail(1, t('input.noFile', { file, why: reason(error) }));
  const { problems } = error;
  console.error(t('cli.order.refused', { file, count: problems.length }));
  for (const p of problems.slice(0, shown)) console.error(t(p.id, { path: p.path || file, ...p.params }));
  if (problems.length > shown) console.error(t('cli.order.more', { count: problems.length - shown }));
  return 1;
}

/** One line of progress per stage and phase, and one every ten seconds. */
function progress(): (p: StageProgress) => void {
  let last = '';
  return (p) => {
    const mark = `${p.stage}${p.phase}${Math.floor(p.seconds / 10)}`;
    if (mark === last) return;
    last = mark;
    const seconds = Math.round(p.seconds);
    console.error(t('cli.order.progress', { stage: p.stage, phase: t(`cli.order.${p.phase}`), seconds }));
  };
}

function fail(code: number, text: string): number {
  console.error(text);
  return code;
}

function unwritten(dir: string, error: unknown): string {
  if (error instanceof ForeignFilesError) return t('cli.order.foreign', { dir, file: error.file });
  return t('cli.order.cannotWrite', { dir, why: reason(error) });
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
const sum = <K extends string>(list: Record<K, number>[], key: K) => list.reduce((s, v) => s + v[key], 0);
