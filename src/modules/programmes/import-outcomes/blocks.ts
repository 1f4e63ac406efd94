import { HEAD } from './layout.ts';
import type { ReadLine } from './read-line.ts';

/** The lines of one programme of one college, as they stand together in the file. */
export interface Block {
  lines: ReadLine[];
  /** A line «Всего» that strayed into another block. */
  stray: boolean;
}

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:outcomes.${id}`,
  params,
});

/** A «Всего» between line n and line n + 1 of another programme belongs to neither. */
function isStray(line: ReadLine, before: ReadLine | undefined, after: ReadLine | undefined): boolean {
  return (
    line.line === 1 &&
    before !== undefined &&
    after !== undefined &&
    after.line === before.line + 1 &&
    after.line !== 2 &&
    after.code === before.code
  );
}

/** Cuts the lines into blocks: a block begins where the number of the line does not grow or the college changes. */
export function blocksOf(lines: readonly ReadLine[]): Block[] {
  const blocks: Block[] = [];
  let current: Block | null = null;
  lines.forEach((line, i) => {
    const before: ReadLine | undefined = current?.lines.at(-1);
    if (isStray(line, before, lines[i + 1])) {
      blocks.push({ lines: [line], stray: true });
      return;
    }
    if (!current || !before || line.line <= before.line || line.college !== before.college) {
      current = { lines: [], stray: false };
      blocks.push(current);
    }
    current.lines.push(line);
  });
  return blocks;
}

/** Codes dragged down in a spreadsheet grow by one: 43.02.10, 43.02.11, 43.02.12 … */
function isDragged(codes: string[]): boolean {
  const tails = codes.map((it) => Number(it.replaceAll('.', '')));
  const steps = tails.slice(1).map((it, i) => it - (tails[i] ?? 0));
  return new Set(tails).size > 2 && steps.every((it) => it === 0 || it === 1);
}

/**
 * One block, one code. A code of lines 2…8 that differs from «Всего» is a slip and takes its code. When all lines but
 * «Всего» agree on another code, nobody can tell which is right: «Всего» is refused and both codes are proposed.
 */
export function settleCode(block: Block): { row: number; from: string; to: string } | null {
  const [head, ...rest] = block.lines;
  if (head?.line !== 1 || rest.length === 0) return null;
  const others = new Set(rest.map((it) => it.code));
  const [other] = others;
  if (others.size === 1 && other !== undefined && other !== head.code && rest.length > 2) {
    head.ledger.refuse(head.at(HEAD.code), text('refused.codeOfBlock', { code: head.code, others: other }));
    return { row: head.ledger.row, from: head.code, to: other };
  }
  const dragged = isDragged(block.lines.map((it) => it.code));
  for (const line of rest) {
    if (line.code === head.code) continue;
    const id = dragged ? 'repair.codeDragged' : 'repair.codeOfBlock';
    line.ledger.repair(line.at(HEAD.code), text(id, { from: line.code, to: head.code }), head.code);
    line.code = head.code;
  }
  return null;
}
