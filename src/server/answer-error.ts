import { ORPCError, ValidationError } from '@orpc/server';
import type { z } from 'zod';
import { type Locale, translateId } from '../platform/i18n/index.ts';
import { fieldFaults, Refusal } from '../platform/use-case/index.ts';

/** What leaves the house when a call fails: words ready for people and fields to mend. */
export interface ErrorBody {
  code: string;
  message: string;
  fields: { path: string; message: string }[];
  rule?: string;
  data?: unknown;
}

const DATABASE_FAULTS: Record<string, { key: string; status: number }> = {
  '23505': { key: 'use-case:error.duplicate', status: 409 },
  // two overlapping dated facts
  '23P01': { key: 'use-case:error.duplicate', status: 409 },
  '23503': { key: 'use-case:error.referenced', status: 409 },
  '40001': { key: 'use-case:error.databaseBusy', status: 503 },
  '40P01': { key: 'use-case:error.databaseBusy', status: 503 },
  '53300': { key: 'use-case:error.databaseBusy', status: 503 },
  '53100': { key: 'use-case:error.diskFull', status: 507 },
  ENOSPC: { key: 'use-case:error.diskFull', status: 507 },
};

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
    return new Refusal(
      'use-case:error.badInput',
      {},
      { status: 400, fields: fieldFaults(error.cause.issues as z.core.$ZodIssue[]) },
    );
  // the body or the address could not be read at all
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return new Refusal('use-case:error.badInput', {}, { status: 400 });
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known = DATABASE_FAULTS[code];
  return known ? new Refusal(known.key, {}, { status: known.status as 409 }) : null;
}

/** The status and body of a failure; anything unknown becomes one sentence with the request's number. */
export function answerError(
  error: unknown,
  locale: Locale,
  requestId: string,
): { status: number; body: ErrorBody; known: boolean } {
  const refusal = refusalOf(error);
  const words = (key: string, params: Record<string, unknown> = {}) =>
    translateId(locale, key, params as Record<string, string>);
  if (!refusal) {
    const key = 'use-case:error.unexpected';
    return { status: 500, known: false, body: { code: key, message: words(key, { requestId }), fields: [] } };
  }
  return {
    status: refusal.status,
    known: true,
    body: {
      code: refusal.key,
      message: words(refusal.key, refusal.params),
      fields: refusal.fields.map(({ path, key, params }) => ({ path, message: words(key, params) })),
      ...(refusal.rule ? { rule: refusal.rule } : {}),
      ...(refusal.data === undefined ? {} : { data: refusal.data }),
    },
  };
}
