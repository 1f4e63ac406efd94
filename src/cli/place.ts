import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Instance,
  PlacementInputError,
  type PlacementIssue,
  type PlacementResult,
  place,
  readInstance,
  say,
  type Violation,
  verifyPlacement,
} from '../engines/placement/index.ts';

const SHOWN = 20;
const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
const told = (issue: PlacementIssue) => t(`input.${issue.code}`, { ...issue.params, path: issue.path });

function fail(code: number, ...lines: string[]): number {
  for (const line of lines) console.error(line);
  return code;
}

export default {
  name: 'place',
  usage: 'place IN.json|IN.jsonl --out OUT',
  /** @returns 0 when answered (in a stream also where single lines were faulty), 1 when refused, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const o = options(args);
    if (o instanceof Error) return fail(2, t('cli.badOption', { why: o.message }), t('cli.need'));
    if (!o.file || !o.out) return fail(2, t('cli.need'));
    return o.file.endsWith('.jsonl') ? await stream(o.file, o.out) : single(o.file, o.out);
  },
};

function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, in: { type: 'string' } },
    });
    return { file: positionals[0], out: values.out, in: values.in };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Parses and reads one instance. @throws PlacementInputError also when the text is no JSON. */
function parse(text: string): Instance {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    throw new PlacementInputError([{ code: 'notJson', params: { why: reason(error) }, path: '$' }]);
  }
  return readInstance(json);
}

function compute(text: string): PlacementResult {
  const { snapshot, rule, seed } = parse(text);
  return place(snapshot, { rule }, seed);
}

function single(file: string, out: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(1, t('cli.cannotRead', { file, why: reason(error) }));
  }
  let result: PlacementResult;
  try {
    result = compute(text);
  } catch (error) {
    if (!(error instanceof PlacementInputError)) throw error;
    const { issues } = error;
    const rest = issues.length > SHOWN ? [t('cli.more', { count: issues.length - SHOWN })] : [];
    return fail(1, t('cli.refused', { count: issues.length }), ...issues.slice(0, SHOWN).map(told), ...rest);
  }
  try {
    writeFileSync(out, `${JSON.stringify(result)}\n`);
  } catch (error) {
    return fail(1, t('cli.cannotWrite', { file: out, why: reason(error) }));
  }
  const { placed, students } = result.statistics;
  const stable = t(result.stable ? 'cli.stable' : 'cli.unstable');
  console.log(t('cli.done', { placed, students, stable, file: out }));
  return 0;
}

/** What a faulty line answers, so that the answers stay in step with the instances. */
function faultOf(error: unknown): { error: { code: string; message: string; path: string } } {
  if (error instanceof PlacementInputError) {
    const issue = error.issues[0]!;
    return { error: { code: issue.code, message: told(issue), path: issue.path } };
  }
  const why = reason(error);
  return { error: { code: 'internal', message: t('input.internal', { why }), path: '$' } };
}

async function stream(file: string, out: string): Promise<number> {
  let written = 0;
  let bad = 0;
  let broken: string | null = null;
  const sink = createWriteStream(out);
  const closed = new Promise<void>((resolve) => {
    sink.on('close', resolve);
    sink.on('error', (error) => {
      broken ??= t('cli.cannotWrite', { file: out, why: error.message });
      resolve();
    });
  });
  try {
    for await (const line of linesOf(file)) {
      let answer: unknown;
      try {
        answer = compute(line);
      } catch (error) {
        bad++;
        answer = faultOf(error);
      }
      written++;
      if (!sink.write(`${JSON.stringify(answer)}\n`) && !broken)
        await Promise.race([new Promise<void>((resolve) => sink.once('drain', () => resolve())), closed]);
      if (broken) break;
    }
  } catch (error) {
    broken = t('cli.cannotRead', { file, why: reason(error) });
  }
  sink.end();
  await closed;
  if (broken) return fail(1, broken);
  console.log(t('cli.stream', { lines: written, bad, file: out }));
  return 0;
}

/** Lines by LF alone: other separators may stand inside JSON text. The end of the last line is no line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const parts = `${rest}${chunk}`.split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest.trim() !== '') yield rest;
}

/** `rostok verify OUT --in IN` for placements. @returns 0 when everything holds, 1 when something does not. */
export async function verifyPlacementFiles(args: string[]): Promise<number> {
  const o = options(args);
  if (o instanceof Error || !o.file || !o.in) return fail(2, t('cli.verifyNeed'));
  const read = async (file: string): Promise<string[]> => {
    if (!file.endsWith('.jsonl')) return [readFileSync(file, 'utf8')];
    const lines: string[] = [];
    for await (const line of linesOf(file)) lines.push(line);
    return lines;
  };
  const texts: string[][] = [];
  for (const file of [o.file, o.in])
    try {
      texts.push(await read(file));
    } catch (error) {
      return fail(1, t('cli.cannotRead', { file, why: reason(error) }));
    }
  const [answers, inputs] = texts as [string[], string[]];
  let wrong = 0;
  if (answers.length !== inputs.length) {
    wrong++;
    console.log(`  ${t('verify.lines', { found: answers.length, count: inputs.length })}`);
  }
  const whole = inputs.length === 1 && !o.in.endsWith('.jsonl');
  inputs.forEach((input, k) => {
    if (answers[k] === undefined) return;
    const violations = checkOne(input, answers[k], whole);
    if (violations.length === 0) return;
    wrong++;
    if (!whole) console.log(t('cli.line', { line: k + 1 }));
    for (const v of violations.slice(0, SHOWN)) console.log(`  ${t(`verify.${v.code}`, v.params)}`);
  });
  console.log(t(wrong === 0 ? 'cli.verified' : 'cli.failed', { file: o.file }));
  return wrong === 0 ? 0 : 1;
}

function checkOne(input: string, answer: string, whole: boolean): Violation[] {
  let result: PlacementResult & { error?: unknown };
  try {
    result = JSON.parse(answer);
  } catch {
    return [{ code: 'format', params: {} }];
  }
  if (typeof result !== 'object' || result === null) return [{ code: 'format', params: {} }];
  let instance: Instance;
  try {
    instance = parse(input);
    // references are checked where they are used: a faulty input refuses here
    place(instance.snapshot, { rule: 'student-optimal', explain: false }, instance.seed);
  } catch {
    return result.error !== undefined && !whole ? [] : [{ code: 'format', params: {} }];
  }
  if (result.error !== undefined) return [{ code: 'refusedForNothing', params: {} }];
  return verifyPlacement(instance.snapshot, { rule: instance.rule }, instance.seed, result);
}
