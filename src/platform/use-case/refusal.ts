/** One field of a form that has to be mended: path as in the input, the message's key and its parameters. */
export interface FieldFault {
  path: string;
  key: string;
  params?: Record<string, unknown>;
}

interface Extras {
  status?: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;
  fields?: FieldFault[];
  /** The id of the rule that refused. */
  rule?: string;
  data?: unknown;
}

/** A refusal in people's words: `key` names a message of a catalogue, `params` fill it. Nothing is stored. */
export class Refusal extends Error {
  readonly key: string;
  readonly params: Record<string, unknown>;
  readonly status: number;
  readonly fields: FieldFault[];
  readonly rule: string | undefined;
  readonly data: unknown;

  constructor(key: string, params: Record<string, unknown> = {}, extras: Extras = {}) {
    super(key);
    this.key = key;
    this.params = params;
    this.status = extras.status ?? 422;
    this.fields = extras.fields ?? [];
    this.rule = extras.rule;
    this.data = extras.data;
  }
}

/** `throw refuse('needs:error.closed', { until })` */
export const refuse = (key: string, params?: Record<string, unknown>, extras?: Extras) =>
  new Refusal(key, params, extras);

/** The row was not found, or this person may not see it: the two are not told apart. */
export const notFound = () => new Refusal('use-case:error.notFound', {}, { status: 404 });

/** The page was opened before somebody else changed the row. */
export const stale = () => new Refusal('use-case:error.stale', {}, { status: 409 });

/** Gives the row or refuses with "not found". */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw notFound();
  return row;
}
