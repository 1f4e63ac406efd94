import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import type { CliCommand } from '../main.ts';
import { fail, type InstanceKind, issuesOf, options, parse, reason, told } from './kind.ts';
import { linesOf } from './lines.ts';

const SHOWN = 20;

/** The command `rostok <name> IN.json|IN.jsonl --out OUT` of an engine. */
export const instanceCommand = <I, R>(kind: InstanceKind<I, R>): CliCommand => ({
  name: kind.name,
  usage: `${kind.name} IN.json|IN.jsonl --out OUT`,
  /** @returns 0 when answered (in a stream also where single lines were faulty), 1 when refused, 2 for a wrong command line. */
  async run(args) {
    const { t } = kind;
    const o = options(args);
    if (o instanceof Error) return fail(2, t('cli.badOption', { why: o.message }), t('cli.need'));
    const { file, out } = o;
    if (!file || !out) return fail(2, t('cli.need'));
    try {
      return file.endsWith('.jsonl') ? await stream(kind, file, out) : single(kind, file, out);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      const { path } = error as Error & { path?: string };
      const id = path === out ? 'cli.cannotWrite' : 'cli.cannotRead';
      return fail(1, t(id, { file: path ?? file, why: reason(error) }));
    }
  },
});

function single<I, R>(kind: InstanceKind<I, R>, file: string, out: string): number {
  const { t } = kind;
  const text = readFileSync(file, 'utf8');
  let result: R;
  try {
    result = kind.compute(parse(kind, text));
  } catch (error) {
    const issues = issuesOf(error);
    if (!issues) throw error;
    const rest = issues.length > SHOWN ? [t('cli.more', { count: issues.length - SHOWN })] : [];
    const lines = issues.slice(0, SHOWN).map((it) => told(t, it));
    return fail(1, t('cli.refused', { count: issues.length }), ...lines, ...rest);
  }
  writeFileSync(out, `${JSON.stringify(kind.written?.(result) ?? result)}\n`);
  console.log(kind.done(result, out));
  return 0;
}

async function stream<I, R>(kind: InstanceKind<I, R>, file: string, out: string): Promise<number> {
  const sink = createWriteStream(out);
  await once(sink, 'open');
  let lines = 0;
  let bad = 0;
  try {
    for await (const line of linesOf(file)) {
      let answer: string;
      try {
        const result = kind.compute(parse(kind, line));
        // an answer too long for one text is this line's fault, not the end of the stream
        answer = JSON.stringify(kind.written?.(result) ?? result);
      } catch (error) {
        bad++;
        answer = JSON.stringify(faultOf(kind, error));
      }
      lines++;
      if (!sink.write(`${answer}\n`)) await once(sink, 'drain');
    }
  } finally {
    sink.end();
    await once(sink, 'close');
  }
  console.log(kind.t('cli.stream', { lines, bad, file: out }));
  return 0;
}

/** What a faulty line answers, so that the answers stay in step with the instances. */
function faultOf({ t }: Pick<InstanceKind<never, never>, 't'>, error: unknown) {
  const issue = issuesOf(error)?.[0];
  if (issue) return { error: { code: issue.code, message: told(t, issue), path: issue.path } };
  return { error: { code: 'internal', message: t('input.internal', { why: reason(error) }), path: '$' } };
}
