import { createReadStream, readFileSync } from 'node:fs';

/** Lines by LF alone: other separators may stand inside JSON text. The end of the last line is no line. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const parts = `${rest}${chunk}`.split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest.trim() !== '') yield rest;
}

/** A stream gives its lines, any other file is one instance. */
export async function textsOf(file: string): Promise<string[]> {
  if (!file.endsWith('.jsonl')) return [readFileSync(file, 'utf8')];
  const lines: string[] = [];
  for await (const line of linesOf(file)) lines.push(line);
  return lines;
}

/** Whether a file of instances has a member of this name: which engine's they are. */
export async function holdsMember(file: string, member: string): Promise<boolean> {
  const named = new RegExp(`"${member}"\\s*:`);
  try {
    if (!file.endsWith('.jsonl')) return named.test(readFileSync(file, 'utf8'));
    for await (const line of linesOf(file)) if (named.test(line)) return true;
    return false;
  } catch {
    return false;
  }
}
