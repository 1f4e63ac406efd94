import type { Block, ListItem, Run, Text } from './blocks.ts';
import { runsOf } from './blocks.ts';
import { type Frame, SHOWN_FINGERPRINT } from './frame.ts';
import { dayOrLine, numberOrLine, word } from './words.ts';

/** A block with every default filled and every fixed word set: both renderers only draw it. */
export type LaidOut =
  | { kind: 'letterhead'; above: string[]; organisation: string; details: string[] }
  | { kind: 'stamp'; word: string; post: string; name: string; date: string }
  | { kind: 'paperKind' | 'title' | 'heading' | 'command'; text: string }
  | { kind: 'requisites'; date: string; number: string; place: string | null }
  | { kind: 'paragraph'; text: Run[]; align: 'justify' | 'left' | 'center' | 'right'; indent: boolean }
  | { kind: 'numbered'; items: LaidOutItem[] }
  | { kind: 'bullets'; items: Run[][] }
  | LaidOutTable
  | { kind: 'signatures'; signers: { post: string; name: string }[] }
  | { kind: 'qr'; value: string; caption: string }
  | { kind: 'note'; text: Run[] }
  | { kind: 'pageBreak' | 'newPaper' };

export interface LaidOutItem {
  text: Run[];
  items: LaidOutItem[];
}

export interface LaidOutTable {
  kind: 'table';
  columns: { title: string; width: number; align: 'left' | 'center' | 'right' }[];
  rows: string[][];
  caption: string | null;
  total: string[] | null;
}

/** Unicode that printers of text take for structure is dropped; a tab becomes a space. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot be stored in XML
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/g, '');
}

function fullRuns(text: Text): Run[] {
  return runsOf(text).map((it) => ({
    text: plain(it.text),
    bold: it.bold ?? false,
    italic: it.italic ?? false,
  }));
}

function itemOf(item: ListItem): LaidOutItem {
  return { text: fullRuns(item.text), items: (item.items ?? []).map(itemOf) };
}

function tableOf(table: Extract<Block, { kind: 'table' }>): LaidOutTable {
  // A short row is filled up: a missing cell must not shift its neighbours.
  const full = (row: string[]) => table.columns.map((_, i) => plain(row[i] ?? ''));
  return {
    kind: 'table',
    columns: table.columns.map((it) => ({
      title: plain(it.title),
      width: it.width ?? 1,
      align: it.align ?? 'left',
    })),
    rows: table.rows.map(full),
    caption: table.caption === undefined ? null : plain(table.caption),
    total: table.total ? full(table.total) : null,
  };
}

function acquainted(block: Extract<Block, { kind: 'acquainted' }>): LaidOut[] {
  const columns = [
    { title: word('paper.rowNumber'), width: 0.5, align: 'center' as const },
    { title: word('paper.fullName'), width: 3 },
    { title: word('paper.signature'), width: 2 },
    { title: word('paper.day'), width: 1.4 },
  ];
  const rows = block.names.map((name, i) => [String(i + 1), name, '', '']);
  return [{ kind: 'heading', text: block.title }, tableOf({ kind: 'table', columns, rows })];
}

/** Fills defaults and fixed words of blocks. */
export function layOut(blocks: Block[]): LaidOut[] {
  return blocks.flatMap((block): LaidOut[] => {
    switch (block.kind) {
      case 'letterhead':
        return [{ ...block, above: block.above ?? [], details: block.details ?? [] }];
      case 'stamp':
        return [{ ...block, date: dayOrLine(block.date) }];
      case 'requisites':
        return [
          {
            kind: 'requisites',
            date: dayOrLine(block.date),
            number: numberOrLine(block.number),
            place: block.place ?? null,
          },
        ];
      case 'paragraph':
        return [
          {
            kind: 'paragraph',
            text: fullRuns(block.text),
            align: block.align ?? 'justify',
            indent: block.indent ?? true,
          },
        ];
      case 'numbered':
        return [{ kind: 'numbered', items: block.items.map(itemOf) }];
      case 'bullets':
        return [{ kind: 'bullets', items: block.items.map(fullRuns) }];
      case 'table':
        return [tableOf(block)];
      case 'acquainted':
        return acquainted(block);
      case 'note':
        return [{ kind: 'note', text: fullRuns(block.text) }];
      default:
        return [block];
    }
  });
}

/** Left part of the footer: template and fingerprint. */
export function footerText(frame: Frame): string {
  const parts = [word('paper.template', { template: frame.template })];
  if (frame.fingerprint)
    parts.push(word('paper.fingerprint', { hash: frame.fingerprint.slice(0, SHOWN_FINGERPRINT) }));
  return parts.join(' · ');
}
