import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  canonical,
  ForeignFilesError,
  fingerprint,
  MpsError,
  openSolver,
  saveFolder,
  say,
  solveMps,
} from '../engines/seats/index.ts';

const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

export default {
  name: 'solve',
  usage: 'solve MODEL.mps --out DIR [--seconds N]',
  /** @returns 0 with an optimum, 1 when the file is refused or there is none, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const o = options(args);
    if (!o?.file || !o.out) return fail(2, t('cli.solve.need'));
    if (o.seconds !== undefined && !(o.seconds > 0)) return fail(2, t('cli.solve.seconds'));
    let text: string;
    try {
      text = readFileSync(o.file, 'utf8');
    } catch (error) {
      return fail(1, t('input.noFile', { file: o.file, why: reason(error) }));
    }
    const solver = openSolver();
    try {
      const answer = await solveMps(text, solver, { ...(o.seconds ? { seconds: o.seconds } : {}) });
      const { x, duals, ...summary } = answer;
      try {
        saveFolder(o.out, {
          'solution.json': canonical({ ...summary, model: fingerprint(text), x }),
          'duals.json': canonical(duals),
        });
      } catch (error) {
        return fail(1, unwritten(o.out, error));
      }
      const params = {
        objective: answer.objective ?? '–',
        bound: answer.ownBound ?? '–',
        gap: answer.ownGap ?? '–',
      };
      console.log(t(`cli.solve.${answer.status}`, params));
      return answer.status === 'optimal' ? 0 : 1;
    } catch (error) {
      if (!(error instanceof MpsError)) throw error;
      console.error(t('cli.solve.refused', { file: o.file }));
      return fail(1, t(error.problem, { line: error.line, ...error.params }));
    } finally {
      await solver.close();
    }
  },
};

function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, seconds: { type: 'string' } },
    });
    return {
      file: positionals[0],
      out: values.out,
      seconds: values.seconds === undefined ? undefined : Number(values.seconds),
    };
  } catch (error) {
    console.error(t('cli.order.badOption', { why: reason(error) }));
    return undefined;
  }
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
