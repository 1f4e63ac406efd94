import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  readInstance,
  StaffingInputError,
  type StaffingInstance,
  type StaffingIssue,
  type StaffingResult,
  say,
  staff,
  type Violation,
  verifyStaffing,
} from '../engines/staffing/index.ts';

const SHOWN = 20;
const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
const told = (issue: StaffingIssue) => t(`input.${issue.code}`, { ...issue.params, path: issue.path });

function fail(code: number, ...lines: string[]): number {
  for (const line of lines) console.error(line);
  return code;
}

export default {
  name: 'staff',
  usage: 'staff IN.json|IN.jsonl --out OUT',
  /** @returns 0 when answered (in a stream also where single lines were faulty), 1 when refused, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    const o = options(args);
    if (o instanceof Error) return fail(2, t('cli.badOption', { why: o.message }), t('cli.need'));
    if (!o.file || !o.out) return fail(2, t('cli.need'));
    try {
      return o.file.endsWith('.jsonl') ? await stream(o.file, o.out) : single(o.file, o.out);
    } catch (error) {
      const code = error instanceof Error && 'syscall' in error;
      if (!code) throw error;
      const { path } = error as Error & { path?: string };
      return fail(
        1,
        t(path === o.out ? 'cli.cannotWrite' : 'cli.cannotRead', {
          file: path ?? o.file,
          why: reason(error),
        }),
      );
    }
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

/** @throws StaffingInputError also when the text is no JSON. */
function parse(text: string): StaffingInstance {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    throw new StaffingInputError([{ code: 'notJson', params: { why: reason(error) }, path: '$' }]);
  }
  return readInstance(json);
}

/** The answer as it is written: each certificate with its words. */
function answerOf(result: StaffingResult) {
  const worded = new Map<object, object>();
  const unfilled = result.unfilled.map((u) => {
    let certificate = worded.get(u.certificate);
    if (!certificate) {
      const { words } = u.certificate;
      const role = t(`role.${words.params.role}`);
      certificate = { ...u.certificate, text: t(words.id, { ...words.params, role }) };
      worded.set(u.certificate, certificate);
    }
    return { ...u, certificate };
  });
  return { ...result, unfilled };
}

function single(file: string, out: string): number {
  const text = readFileSync(file, 'utf8');
  let result: StaffingResult;
  try {
    result = staff(parse(text));
  } catch (error) {
    if (!(error instanceof StaffingInputError)) throw error;
    const { issues } = error;
    const rest = issues.length > SHOWN ? [t('cli.more', { count: issues.length - SHOWN })] : [];
    return fail(1, t('cli.refused', { count: issues.length }), ...issues.slice(0, SHOWN).map(told), ...rest);
  }
  writeFileSync(out, `${JSON.stringify(answerOf(result))}\n`);
  const { cost, bound, score } = result;
  const facts = { seats: result.assignment.length, empty: result.unfilled.length, cost, bound, file: out };
  console.log(score ? t('cli.doneScore', { ...facts, ...score }) : t('cli.done', facts));
  return 0;
}

/** What a faulty line answers, so that the answers stay in step with the instances. */
function faultOf(error: unknown): { error: { code: string; message: string; path: string } } {
  if (error instanceof StaffingInputError) {
    const issue = error.issues[0]!;
    return { error: { code: issue.code, message: told(issue), path: issue.path } };
  }
  return { error: { code: 'internal', message: t('input.internal', { why: reason(error) }), path: '$' } };
}

async function stream(file: string, out: string): Promise<number> {
  const sink = createWriteStream(out);
  await once(sink, 'open');
  let lines = 0;
  let bad = 0;
  for await (const line of linesOf(file)) {
    let answer: unknown;
    try {
      answer = answerOf(staff(parse(line)));
    } catch (error) {
      bad++;
      answer = faultOf(error);
    }
    lines++;
    if (!sink.write(`${JSON.stringify(answer)}\n`)) await once(sink, 'drain');
  }
  sink.end();
  await once(sink, 'close');
  console.log(t('cli.stream', { lines, bad, file: out }));
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

async function readLines(file: string): Promise<string[]> {
  if (!file.endsWith('.jsonl')) return [readFileSync(file, 'utf8')];
  const lines: string[] = [];
  for await (const line of linesOf(file)) lines.push(line);
  return lines;
}

/** Whether the file named after `--in` holds staffing: its first instance has sessions and experts. */
export async function holdsStaffing(args: string[]): Promise<boolean> {
  const o = options(args);
  if (o instanceof Error || !o.in) return false;
  try {
    if (o.in.endsWith('.jsonl')) {
      for await (const line of linesOf(o.in)) if (/"sessions"\s*:/.test(line)) return true;
      return false;
    }
    return /"sessions"\s*:/.test(readFileSync(o.in, 'utf8'));
  } catch {
    return false;
  }
}

/** `rostok verify OUT --in IN` for staffing. @returns 0 when everything holds, 1 when something does not. */
export async function verifyStaffingFiles(args: string[]): Promise<number> {
  const o = options(args);
  if (o instanceof Error || !o.file || !o.in) return fail(2, t('cli.verifyNeed'));
  const texts: string[][] = [];
  for (const file of [o.file, o.in])
    try {
      texts.push(await readLines(file));
    } catch (error) {
      return fail(1, t('cli.cannotRead', { file, why: reason(error) }));
    }
  const [answers, inputs] = texts as [string[], string[]];
  let wrong = 0;
  if (answers.length !== inputs.length) {
    wrong++;
    console.log(`  ${t('verify.lines', { found: answers.length, count: inputs.length })}`);
  }
  const whole = !o.in.endsWith('.jsonl');
  inputs.forEach((input, k) => {
    if (answers[k] === undefined) return;
    const violations = checkOne(input, answers[k], whole);
    if (violations.length === 0) return;
    wrong++;
    if (!whole) console.log(t('cli.line', { line: k + 1 }));
    for (const v of violations.slice(0, SHOWN)) {
      const params = v.params.role ? { ...v.params, role: t(`role.${v.params.role}`) } : v.params;
      console.log(`  ${t(`verify.${v.id}`, params)}`);
    }
  });
  console.log(t(wrong === 0 ? 'cli.verified' : 'cli.failed', { file: o.file }));
  return wrong === 0 ? 0 : 1;
}

function checkOne(input: string, answer: string, whole: boolean): Violation[] {
  let result: StaffingResult & { error?: unknown };
  try {
    result = JSON.parse(answer);
  } catch {
    return [{ id: 'format', params: {} }];
  }
  if (typeof result !== 'object' || result === null) return [{ id: 'format', params: {} }];
  let instance: StaffingInstance;
  try {
    instance = parse(input);
  } catch {
    return result.error !== undefined && !whole ? [] : [{ id: 'format', params: {} }];
  }
  if (result.error !== undefined) return [{ id: 'refusedForNothing', params: {} }];
  if (!Array.isArray(result.assignment) || !Array.isArray(result.unfilled))
    return [{ id: 'format', params: {} }];
  return verifyStaffing(instance, result);
}
