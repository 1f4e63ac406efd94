import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Every answer of the house: the data and what this person may do next with it. */
export const answerOf = <O extends z.ZodType>(data: O) =>
  z.object({ data, can: z.record(z.string(), z.boolean()) });

export type AnswerSchema<O extends z.ZodType> = ReturnType<typeof answerOf<O>>;

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  input: I;
  output: O;
  /** One line for the API's reader. */
  summary: string;
}

type Path = `/${string}`;
export type EntryMeta = {
  kind?: 'query' | 'command';
  /** The answer holds a one-time link, a code or a key: it is given once and stored nowhere. */
  once?: boolean;
};

const base = oc.$meta<EntryMeta>({});

/** A reading entry: GET, the input in the path and the query string. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  path: Path,
  { input, output, summary }: Shape<I, O>,
) =>
  base.meta({ kind: 'query' }).route({ method: 'GET', path, summary }).input(input).output(answerOf(output));

/**
 * A changing entry: POST, with a client-made id in the header `command-id`; a repeat gives the stored answer. An
 * answer with a one-time link, a code or a key is marked `once`: it is never stored, and a repeat is refused with the
 * advice to ask for a new one.
 */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  path: Path,
  { input, output, summary, once = false }: Shape<I, O> & { once?: boolean },
) =>
  base
    .meta({ kind: 'command', once })
    .route({ method: 'POST', path, summary })
    .input(input)
    .output(answerOf(output));

export type Entry<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ReturnType<
  typeof query<I, O>
>;

/** Pieces that most contracts share. */
export const id = z.uuid();
export const day = z.iso.date();
export const moment = z.iso.datetime();
export const nothing = z.object({});
export const page = z.object({
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
});
export const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int() });
