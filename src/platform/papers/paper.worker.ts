// Entry of the thread that draws papers: Typst is synchronous and would stall the server.
import { serveThread } from '../threads/serve-thread.ts';
import { renderDocx } from './docx/render-docx.ts';
import type { Frame } from './frame.ts';
import type { LaidOut } from './lay-out.ts';
import { renderPdf } from './pdf/render-pdf.ts';

export interface PaperJob {
  format: 'pdf' | 'docx';
  title: string;
  blocks: LaidOut[];
  frame: Frame;
}

serveThread<PaperJob, Uint8Array>(async ({ format, title, blocks, frame }) => {
  const render = format === 'pdf' ? renderPdf : renderDocx;
  const bytes = await render(title, blocks, frame);
  return { value: bytes, transfer: bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [] };
});
