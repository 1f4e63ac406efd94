import { MOST_ISSUES, type StaffingIssue } from '../issue.ts';
import type { Id } from '../types.ts';

export type Fields = Record<string, unknown>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 60);

/** Reads typed values out of parsed JSON and gathers what is wrong with them. `null` is an absent member. */
export class Reader {
  readonly issues: StaffingIssue[] = [];

  fault(code: string, path: string, params: Record<string, string | number> = {}): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push({ code, params, path });
  }

  list<T>(value: unknown, path: string, one: (value: unknown, path: string) => T): T[] {
    if (Array.isArray(value)) return value.map((v, k) => one(v, `${path}[${k}]`));
    this.fault(value == null ? 'missing' : 'notList', path);
    return [];
  }

  ids(value: unknown, path: string): Id[] {
    return this.list(value, path, (v, at) => this.id(v, at));
  }

  id(value: unknown, path: string): Id {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    this.fault(value == null ? 'missing' : typeof value === 'number' ? 'bigId' : 'notId', path, {
      found: show(value),
    });
    return '';
  }

  count(value: unknown, path: string, least = 0, most = 2 ** 31 - 1): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fault(value == null ? 'missing' : 'notCount', path, { found: show(value), least, most });
    return least;
  }

  /** A number within ±most, not below `least`. */
  number(value: unknown, path: string, least: number, most: number): number {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.fault(value == null ? 'missing' : 'notNumber', path, { found: show(value), least, most });
    return Math.max(0, least);
  }

  flag(value: unknown, path: string): boolean {
    if (value == null) return false;
    if (typeof value !== 'boolean') this.fault('notFlag', path, { found: show(value) });
    return value === true;
  }

  fields(value: unknown, path: string): Fields | null {
    if (isFields(value)) return value;
    this.fault('notObject', path, { found: show(value) });
    return null;
  }
}
