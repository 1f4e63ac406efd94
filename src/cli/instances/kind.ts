import { parseArgs } from 'node:util';

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

export const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const issuesOf = (error: unknown): readonly Issue[] | null =>
  error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? error.issues : null;

export const told = (t: Words, issue: Issue) =>
  t(`input.${issue.code}`, { ...issue.params, path: issue.path });

export function parse<I>(kind: Pick<InstanceKind<I, never>, 'read'>, text: string): I {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    throw new NotJson(reason(error));
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
    return error instanceof Error ? error : new Error(String(error));
  }
}

export function fail(code: number, ...lines: string[]): number {
  for (const line of lines) console.error(line);
  return code;
}
