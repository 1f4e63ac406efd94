import { parseArgs } from 'node:util';
import { hasMessage, translateId } from '../../platform/i18n/index.ts';

export type Words = (id: string, params?: Record<string, string | number>) => string;

interface Issue {
  code: string;
  params: Record<string, string | number>;
  path: string;
}

/** What an engine gives so that its instances can be computed and checked from the command line. */
export interface InstanceKind<I, R> {
  name: string;
  /** The engine's catalogue: `cli.…`, `input.<code>`, `verify.…`. */
  t: Words;
  /** @throws an error with `issues` when the input cannot be taken. */
  read(json: unknown): I;
  compute(instance: I): R;
  /** Refuses for `verify` what only `compute` would refuse, in less time. */
  probe?(instance: I): void;
  /** The answer as it is written; by default as it is. */
  written?(result: R): unknown;
  /** One line for the screen when a single file was answered. */
  done(result: R, file: string): string;
  /** What is wrong with an answer, in sentences. It may be of any shape: a broken one gives `verify.format`. */
  check(instance: I, answer: R): string[];
}

/** Text that is no JSON is a fault of the input like any other. */
class NotJson extends Error {
  readonly issues: readonly Issue[];
  constructor(why: string) {
    super(why);
    this.issues = [{ code: 'notJson', params: { why }, path: '$' }];
  }
}

/** Words of the command line itself, whatever the engine. */
export const shared: Words = (id, params) => translateId(locale(), `cli:${id}`, params);
const locale = () => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

/** Why something did not work: in people's words where the system names it by a code, else as it says itself. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `why.${error.code}` : '';
  if (code && hasMessage(locale(), `cli:${code}`)) {
    const [, option = ''] = /'(?:-\w, )?(-+[^\s']+)/.exec(error.message) ?? [];
    return shared(code, { option });
  }
  return error.message;
}

/** Where JSON broke off: the parser's own words are English and say little more. */
function notJson(error: unknown, length: number): string {
  const why = reason(error);
  const at = /position (\d+)/.exec(why)?.[1];
  if (/end of (JSON )?input|Unterminated/i.test(why) || Number(at) >= length) return shared('json.end');
  return at ? shared('json.at', { at: Number(at) + 1 }) : shared('json.text');
}

export const issuesOf = (error: unknown): readonly Issue[] | null =>
  error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? error.issues : null;

export const told = (t: Words, issue: Issue) =>
  t(`input.${issue.code}`, { ...issue.params, path: issue.path });

export function parse<I>(kind: Pick<InstanceKind<I, never>, 'read'>, text: string): I {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch (error) {
    throw new NotJson(notJson(error, bare.length));
  }
  return kind.read(json);
}

export function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, in: { type: 'string' } },
    });
    return { file: positionals[0], out: values.out, in: values.in };
  } catch (error) {
    return new Error(reason(error));
  }
}

export function fail(code: number, ...lines: string[]): number {
  for (const line of lines) console.error(line);
  return code;
}
