import { createHash } from 'node:crypto';
import { canonical } from '../../../platform/history/index.ts';

/** The hash of a record that stays as written: results, protocols, grades, cards. */
export const recordHash = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex');
