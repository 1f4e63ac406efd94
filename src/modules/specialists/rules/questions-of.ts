interface TypedQuestion {
  id: string;
  text: string;
  options: { id: string; text: string; right: boolean }[];
}

/**
 * Questions as people write them: a line of the question, then its answers, each begun by «+» (right) or «-» (wrong);
 * questions are parted by empty lines. What an answer-like line before any question says belongs to the first one.
 */
export function questionsOf(text: string): TypedQuestion[] {
  const out: TypedQuestion[] = [];
  let open: TypedQuestion | null = null;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') {
      open = null;
      continue;
    }
    const option = /^([+\-–−])\s*(.+)$/.exec(line);
    if (option && open) {
      open.options.push({
        id: `o${open.options.length + 1}`,
        text: option[2] ?? '',
        right: option[1] === '+',
      });
      continue;
    }
    if (open && open.options.length === 0) {
      open.text += ` ${line}`;
      continue;
    }
    open = { id: `q${out.length + 1}`, text: line, options: [] };
    out.push(open);
  }
  return out;
}
