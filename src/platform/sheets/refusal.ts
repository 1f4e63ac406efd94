import type { Message } from './types.ts';

/** A file that cannot be read (or written), said for people: `text` is a message of the catalogue. */
export class SheetRefusal extends Error {
  readonly text: Message;
  constructor(id: string, params: Record<string, string | number> = {}) {
    super(`${id} ${JSON.stringify(params)}`);
    this.name = 'SheetRefusal';
    this.text = { id, params };
  }
}

/** Bytes as whole megabytes, for messages. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
