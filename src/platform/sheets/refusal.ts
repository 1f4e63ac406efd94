import { Refusal } from '../use-case/refusal.ts';
import type { Message } from './types.ts';

/** A file that cannot be read or written, said for people. */
export class SheetRefusal extends Refusal {
  constructor(id: string, params: Record<string, string | number> = {}) {
    super(id, params, { status: id === 'sheets:refused.tooLarge' ? 413 : 422 });
    this.name = 'SheetRefusal';
  }

  get text(): Message {
    return { id: this.key, params: this.params as Record<string, string | number> };
  }
}

/** Bytes as whole megabytes, for messages. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
