import { AlignmentType, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Frame } from '../frame.ts';
import { footerText } from '../lay-out.ts';
import { word } from '../words.ts';

/** Demo line and «ПРОЕКТ» on every page, the number from the second page on. */
export function headerOf(frame: Frame, numbered: boolean): Header {
  const center = { alignment: AlignmentType.CENTER };
  const children: Paragraph[] = [];
  if (frame.demo) {
    children.push(
      new Paragraph({
        ...center,
        children: [new TextRun({ text: word('paper.demo'), size: 18, color: 'A03020' })],
      }),
    );
  }
  if (frame.draft) {
    const run = new TextRun({
      text: word('paper.draft'),
      size: 40,
      bold: true,
      color: 'BFBFBF',
      characterSpacing: 120,
    });
    children.push(new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] }));
  }
  if (numbered) {
    children.push(
      new Paragraph({ ...center, children: [new TextRun({ children: [PageNumber.CURRENT], size: 22 })] }),
    );
  }
  return new Header({ children: children.length > 0 ? children : [new Paragraph({})] });
}

/** Template and fingerprint at the left, «Лист N из M» at the right; of several papers in a file each counts its own. */
export function footerOf(frame: Frame, width: number, several = false): Footer {
  const [before = '', between = '', after = ''] = word('paper.sheetOf', { page: '\n', pages: '\n' }).split(
    '\n',
  );
  const style = { size: 16, color: '5F5F5F' };
  const children = [
    new TextRun({ ...style, text: footerText(frame) }),
    new TextRun({ ...style, text: `\t${before}` }),
    new TextRun({ ...style, children: [PageNumber.CURRENT] }),
    new TextRun({ ...style, text: between }),
    new TextRun({
      ...style,
      children: [several ? PageNumber.TOTAL_PAGES_IN_SECTION : PageNumber.TOTAL_PAGES],
    }),
    new TextRun({ ...style, text: after }),
  ];
  return new Footer({
    children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: width }], children })],
  });
}
