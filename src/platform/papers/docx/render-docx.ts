import { AlignmentType, Document, type FileChild, LevelFormat, Packer, PageOrientation } from 'docx';
import type { Frame } from '../frame.ts';
import type { LaidOut } from '../lay-out.ts';
import { drawBlock } from './draw-block.ts';
import { footerOf, headerOf } from './header-footer.ts';
import { FONT, mm } from './measures.ts';

// A4 and the margins of GOST R 7.0.97-2016 for papers kept long: 30/10/20/20 mm.
const A4 = { width: mm(210), height: mm(297) };
const MARGIN = { left: mm(30), right: mm(10), top: mm(20), bottom: mm(20), header: mm(8), footer: mm(8) };

const level = (depth: number) => ({
  level: depth,
  format: LevelFormat.DECIMAL,
  text: `${Array.from({ length: depth + 1 }, (_, i) => `%${i + 1}`).join('.')}.`,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 0, firstLine: mm(12.5) } } },
});

/** Draws laid-out blocks as DOCX, in the same order and words as the PDF. */
export async function renderDocx(title: string, blocks: LaidOut[], frame: Frame): Promise<Uint8Array> {
  const landscape = frame.orientation === 'landscape';
  const width = (landscape ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
  let lists = 0;
  const papers: FileChild[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'numbered') lists += 1;
    if (block.kind === 'newPaper') papers.push([]);
    papers.at(-1)?.push(...(await drawBlock(block, { width, list: lists })));
  }
  const document = new Document({
    title,
    creator: 'Rostok',
    styles: { default: { document: { run: { font: FONT, size: 24, language: { value: 'ru-RU' } } } } },
    numbering: { config: [{ reference: 'numbered', levels: [0, 1, 2, 3].map(level) }] },
    sections: papers.map((children) => ({
      properties: {
        titlePage: true,
        page: {
          // docx swaps the sides itself for a landscape page.
          size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin: MARGIN,
          ...(papers.length > 1 ? { pageNumbers: { start: 1 } } : {}),
        },
      },
      headers: { first: headerOf(frame, false), default: headerOf(frame, true) },
      footers: {
        first: footerOf(frame, width, papers.length > 1),
        default: footerOf(frame, width, papers.length > 1),
      },
      children,
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
