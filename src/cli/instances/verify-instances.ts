import { fail, type InstanceKind, options, parse, reason, shared } from './kind.ts';
import { textsOf } from './lines.ts';

const SHOWN = 20;

/** `rostok verify OUT --in IN` for an engine. @returns 0 when everything holds, 1 when something does not. */
export async function verifyInstances<I, R>(kind: InstanceKind<I, R>, args: string[]): Promise<number> {
  const { t } = kind;
  const o = options(args);
  if (o instanceof Error || !o.file || !o.in) return fail(2, t('cli.verifyNeed'));
  const texts: string[][] = [];
  for (const file of [o.file, o.in])
    try {
      texts.push(await textsOf(file));
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
    const answer = answers[k];
    if (answer === undefined) return;
    const faults = checkOne(kind, { input, answer, whole });
    if (faults.length === 0) return;
    wrong++;
    if (!whole) console.log(t('cli.line', { line: k + 1 }));
    for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`);
  });
  console.log(t(wrong === 0 ? 'cli.verified' : 'cli.failed', { file: o.file }));
  return wrong === 0 ? 0 : 1;
}

interface One {
  input: string;
  answer: string;
  whole: boolean;
}

function checkOne<I, R>(kind: InstanceKind<I, R>, { input, answer, whole }: One): string[] {
  const format = [kind.t('verify.format')];
  let result: R & { error?: unknown };
  try {
    result = JSON.parse(answer);
  } catch {
    return format;
  }
  if (typeof result !== 'object' || result === null) return format;
  let instance: I;
  try {
    instance = parse(kind, input);
    kind.probe?.(instance);
  } catch {
    if (whole) return [shared('verify.badInput')];
    return result.error === undefined ? [shared('verify.badLine')] : [];
  }
  if (result.error !== undefined) return [kind.t('verify.refusedForNothing')];
  try {
    return kind.check(instance, result);
  } catch {
    // members of another kind than the format has: nothing in it can be relied on
    return format;
  }
}
