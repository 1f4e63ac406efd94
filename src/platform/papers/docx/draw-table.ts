import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LaidOut, LaidOutTable } from '../lay-out.ts';
import { LINE_BELOW, mm, NO_BORDERS, NO_CELL_BORDERS } from './measures.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const CELL_MARGINS = { top: 40, bottom: 40, left: mm(1.5), right: mm(1.5) };

/** Widths in twentieths of a point that add up to the whole. */
function widthsOf(shares: number[], whole: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((it) => Math.floor((it / sum) * whole));
  widths[0] = (widths[0] ?? 0) + whole - widths.reduce((a, b) => a + b, 0);
  return widths;
}

interface Look {
  align: 'left' | 'center' | 'right';
  bold?: boolean;
  size?: number;
  shade?: boolean;
}

function cellOf(text: string, width: number, look: Look): TableCell {
  const children = text
    .split('\n')
    .map((line) => new TextRun({ text: line, size: look.size ?? 20, bold: look.bold ?? false }))
    .map((run) => new Paragraph({ alignment: ALIGN[look.align], children: [run] }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    ...(look.shade ? { shading: { fill: 'F0F0F0' } } : {}),
    children,
  });
}

/** A table whose head repeats on every page and whose rows are never split. */
export function drawTable(table: LaidOutTable, width: number): Table {
  const widths = widthsOf(
    table.columns.map((it) => it.width),
    width,
  );
  const row = (values: string[], look: (column: number) => Look, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: values.map((it, i) => cellOf(it, widths[i] ?? 0, look(i))),
    });
  const aligned = (column: number) => table.columns[column]?.align ?? 'left';
  const rows = [
    row(
      table.columns.map((it) => it.title),
      () => ({ align: 'center', bold: true }),
      true,
    ),
    ...table.rows.map((it) => row(it, (column) => ({ align: aligned(column) }))),
  ];
  if (table.total)
    rows.push(row(table.total, (column) => ({ align: aligned(column), bold: true, shade: true })));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows,
  });
}

function bare(widths: number[], texts: { text: string; align?: Look['align']; line?: boolean }[]): Table {
  const children = texts.map(
    ({ text, align, line }, i) =>
      new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.BOTTOM,
        borders: line ? { ...NO_CELL_BORDERS, ...LINE_BELOW } : NO_CELL_BORDERS,
        children: text.split('\n').map(
          (it) =>
            new Paragraph({
              alignment: ALIGN[align ?? 'left'],
              keepLines: true,
              children: [new TextRun(it)],
            }),
        ),
      }),
  );
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children })],
  });
}

/** Two texts at both sides of one line. */
export function drawSides(left: string, right: string, width: number): Table {
  return bare(widthsOf([1, 1], width), [{ text: left }, { text: right, align: 'right' }]);
}

/** Post, a line to sign on, name. */
export function drawSignature(signer: { post: string; name: string }, width: number): Table {
  const widths = [width - mm(94), mm(4), mm(36), mm(4), mm(50)];
  return bare(widths, [
    { text: signer.post },
    { text: '' },
    { text: '', line: true },
    { text: '' },
    { text: signer.name },
  ]);
}

/** The stamp of approval in the right half. */
export function drawStamp(stamp: Extract<LaidOut, { kind: 'stamp' }>, width: number): Table {
  const text = [stamp.word, stamp.post, `____________ ${stamp.name}`, stamp.date].join('\n');
  return bare([width - mm(82), mm(82)], [{ text: '' }, { text }]);
}
