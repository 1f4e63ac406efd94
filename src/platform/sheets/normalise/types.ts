import { kindOf } from '../cell.ts';
import type { CellKind, CellValue, Message } from '../types.ts';

/** What a normaliser takes: a cell of a sheet or a bare value. */
export type Input = CellValue | undefined | { kind: CellKind; value: CellValue };

/** A value with the named repairs that led to it, or one error. An empty cell is `value: null` without repairs. */
export type Normalised<T> = { ok: true; value: T | null; repairs: Message[] } | { ok: false; error: Message };

export function good<T>(value: T | null, repairs: Message[] = []): Normalised<T> {
  return { ok: true, value, repairs };
}

export function bad(id: string, params: Record<string, string | number> = {}): { ok: false; error: Message } {
  return { ok: false, error: { id: `sheets:error.${id}`, params } };
}

export function repair(id: string, params: Record<string, string | number> = {}): Message {
  return { id: `sheets:repair.${id}`, params };
}

export interface Taken {
  kind: CellKind;
  value: CellValue;
  /** The value as text, untrimmed. */
  text: string;
}

/** One form for all inputs. */
export function take(input: Input): Taken {
  const cell =
    typeof input === 'object' && input !== null
      ? input
      : { kind: kindOf(input ?? null), value: input ?? null };
  return { kind: cell.kind, value: cell.value, text: cell.value === null ? '' : String(cell.value) };
}

/** A spreadsheet error as the error of a normaliser. */
export function excelError(taken: Taken): { ok: false; error: Message } {
  return bad('excelError', { value: taken.text.trim() });
}

/** Spaces of every kind, with the invisible marks that copying from web pages and PDF leaves. */
export const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\u00ad]+/g;
