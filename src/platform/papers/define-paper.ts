import type { z } from 'zod';
import { Refusal } from '../use-case/refusal.ts';
import type { Block } from './blocks.ts';

/** One kind of paper: a template for a regime and a span of validity, filled from checked data. */
export interface Paper<S extends z.ZodObject = z.ZodObject> {
  id: string;
  /** The regime the template belongs to: a regulation, a region's own order of work. */
  regime: string;
  /** First day of validity, `YYYY-MM-DD`. */
  validFrom: string;
  /** Last day of validity; null while it holds. */
  validTo: string | null;
  /** Version of the template, printed in the footer. */
  version: number;
  orientation?: 'portrait' | 'landscape';
  fields: S;
  body(data: z.output<S>): Block[];
}

/** Declares a paper. `body` is pure: the same data give the same blocks. */
export function definePaper<S extends z.ZodObject>(paper: Paper<S>): Paper<S> {
  return paper;
}

/** The template of a kind and regime in force on a day. Throws `Refusal` when there is none. */
export function paperInForce<P extends Pick<Paper, 'id' | 'regime' | 'validFrom' | 'validTo'>>(
  papers: P[],
  id: string,
  regime: string,
  day: string,
): P {
  const found = papers
    .filter((it) => it.id === id && it.regime === regime)
    .filter((it) => it.validFrom <= day && (it.validTo === null || day <= it.validTo))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  if (!found) throw new Refusal('papers:error.noTemplate', { paper: id, regime, day });
  return found;
}

/** Checks data against the paper's fields. Throws `Refusal` naming each wrong field. */
export function fillBody<S extends z.ZodObject>(paper: Paper<S>, data: unknown): Block[] {
  const parsed = paper.fields.safeParse(data);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((it) => it.path.join('.') || '—'))];
    throw new Refusal('papers:error.badData', { paper: paper.id, fields: names.join(', ') });
  }
  return paper.body(parsed.data);
}
