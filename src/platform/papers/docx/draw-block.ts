import {
  AlignmentType,
  type FileChild,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  TextRun,
} from 'docx';
import type { Run } from '../blocks.ts';
import type { LaidOut, LaidOutItem } from '../lay-out.ts';
import { qrPng } from '../qr.ts';
import { drawSides, drawSignature, drawStamp, drawTable } from './draw-table.ts';
import { LINE_BELOW, mm } from './measures.ts';

interface Place {
  /** Width of the text column in twentieths of a point. */
  width: number;
  /** Number of the numbered list this block is, so that each starts from 1. */
  list: number;
}

const ALIGN = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
const LINE = 300;
const GREY = '5F5F5F';

/** Runs of one style each; a line feed becomes a break. */
function textRuns(runs: Run[], style: { size?: number; color?: string; bold?: boolean } = {}): TextRun[] {
  return runs.flatMap((run) =>
    run.text.split('\n').map(
      (text, i) =>
        new TextRun({
          ...style,
          text,
          bold: run.bold || style.bold,
          italics: run.italic ?? false,
          ...(i > 0 ? { break: 1 } : {}),
        }),
    ),
  );
}

const one = (text: string, style: Parameters<typeof textRuns>[1] = {}) => textRuns([{ text }], style);
const para = (children: TextRun[], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: { line: LINE, after: 60 }, ...options, children });

function numbered(items: LaidOutItem[], level: number, list: number): Paragraph[] {
  return items.flatMap((item) => [
    para(textRuns(item.text), {
      numbering: { reference: 'numbered', level: Math.min(level, 3), instance: list },
      alignment: AlignmentType.JUSTIFIED,
    }),
    ...numbered(item.items, level + 1, list),
  ]);
}

function letterhead(block: Extract<LaidOut, { kind: 'letterhead' }>): Paragraph[] {
  const center = { alignment: AlignmentType.CENTER };
  return [
    ...block.above.map((it) => para(one(it, { size: 22 }), center)),
    para(one(block.organisation, { size: 26, bold: true }), {
      ...center,
      ...(block.details.length === 0 ? { border: LINE_BELOW } : {}),
    }),
    ...block.details.map((it, i) =>
      para(one(it, { size: 18, color: GREY }), {
        ...center,
        ...(i === block.details.length - 1
          ? { border: LINE_BELOW, spacing: { after: 240 } }
          : { spacing: { after: 0 } }),
      }),
    ),
  ];
}

/** One block as paragraphs and tables of Word. */
export async function drawBlock(block: LaidOut, place: Place): Promise<FileChild[]> {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block);
    case 'stamp':
      return [drawStamp(block, place.width), para([])];
    case 'paperKind':
      return [
        para([new TextRun({ text: block.text, bold: true, size: 28, characterSpacing: 40 })], {
          alignment: AlignmentType.CENTER,
          spacing: { before: 160, after: 160 },
        }),
      ];
    case 'requisites':
      return [
        drawSides(block.date, block.number, place.width),
        para(one(block.place ?? ''), {
          alignment: AlignmentType.CENTER,
          spacing: { before: 60, after: 240 },
        }),
      ];
    case 'title':
      return [
        para(one(block.text, { bold: true }), {
          indent: { right: Math.max(0, place.width - mm(105)) },
          spacing: { after: 300 },
        }),
      ];
    case 'heading':
      return [
        para(one(block.text, { bold: true }), { keepNext: true, spacing: { before: 240, after: 160 } }),
      ];
    case 'command':
      return [
        para([new TextRun({ text: block.text, characterSpacing: 30 })], {
          keepNext: true,
          spacing: { before: 160, after: 160 },
        }),
      ];
    case 'paragraph':
      return [
        para(textRuns(block.text), {
          alignment: ALIGN[block.align],
          indent: block.indent && block.align === 'justify' ? { firstLine: mm(12.5) } : {},
        }),
      ];
    case 'numbered':
      return numbered(block.items, 0, place.list);
    case 'bullets':
      return block.items.map((it) =>
        para([...one('– '), ...textRuns(it)], {
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: mm(12.5) },
        }),
      );
    case 'table':
      return [
        ...(block.caption
          ? [para(one(block.caption, { size: 21 }), { alignment: AlignmentType.RIGHT, keepNext: true })]
          : []),
        drawTable(block, place.width),
        para([]),
      ];
    case 'signatures':
      return block.signers.flatMap((it) => [drawSignature(it, place.width), para([])]);
    case 'qr': {
      const data = await qrPng(block.value);
      const image = new ImageRun({ type: 'png', data, transformation: { width: 98, height: 98 } });
      return [new Paragraph({ children: [image] }), para(one(block.caption, { size: 18, color: GREY }))];
    }
    case 'note':
      return [para(textRuns(block.text, { size: 18, color: GREY }))];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'newPaper':
      // a section of its own, begun by renderDocx
      return [];
  }
}
