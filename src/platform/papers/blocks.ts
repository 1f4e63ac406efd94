/** A piece of text of one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** Text of a block: one style, or runs. A line feed breaks the line. */
export type Text = string | Run[];

export interface ListItem {
  text: Text;
  items?: ListItem[];
}

export interface TableColumn {
  title: string;
  /** Share of the width; default 1. */
  width?: number;
  align?: 'left' | 'center' | 'right';
}

export interface Signer {
  /** Post as it signs: «Министр образования Кировской области». */
  post: string;
  /** Initials and surname; an empty one leaves the line for handwriting. */
  name: string;
}

/** What a paper is made of; the same blocks give the PDF and the DOCX. Order in the list is order on the page. */
export type Block =
  /** Head of an organisation's form: bodies above it, its name, address lines. */
  | { kind: 'letterhead'; above?: string[]; organisation: string; details?: string[] }
  /** Stamp at the right: «УТВЕРЖДАЮ», post, name, day (`YYYY-MM-DD`, null leaves a line). */
  | { kind: 'stamp'; word: string; post: string; name: string; date: string | null }
  /** Kind of paper in capitals: ПРИКАЗ, ПРОТОКОЛ. */
  | { kind: 'paperKind'; text: string }
  /** Day, number, place; null leaves a line to fill in. */
  | { kind: 'requisites'; date: string | null; number: string | null; place?: string }
  /** Title to the text: «О плане приёма …». */
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: Text; align?: 'justify' | 'left' | 'center' | 'right'; indent?: boolean }
  /** A word of command on its own line: ПРИКАЗЫВАЮ:. */
  | { kind: 'command'; text: string }
  /** Items numbered 1., 1.1. */
  | { kind: 'numbered'; items: ListItem[] }
  | { kind: 'bullets'; items: Text[] }
  /** A table; its head is repeated on every page, rows are never split. `total` is a closing bold row. */
  | { kind: 'table'; columns: TableColumn[]; rows: string[][]; caption?: string; total?: string[] }
  | { kind: 'signatures'; signers: Signer[] }
  /** People who sign that they have read it: a table of name, signature, day. */
  | { kind: 'acquainted'; title: string; names: string[] }
  | { kind: 'qr'; value: string; caption: string }
  | { kind: 'note'; text: Text }
  | { kind: 'pageBreak' }
  /** The next paper of the same file: on a new page, with page numbers and a number of sheets of its own. */
  | { kind: 'newPaper' };

export function runsOf(text: Text): Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}
