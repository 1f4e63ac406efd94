import { callThread, ThreadFailure } from '../threads/call-thread.ts';
import { Refusal } from '../use-case/refusal.ts';
import type { Block } from './blocks.ts';
import { fillBody, type Paper } from './define-paper.ts';
import { layOut } from './lay-out.ts';
import type { PaperJob } from './paper.worker.ts';

export interface RenderOptions {
  format: 'pdf' | 'docx';
  /** Title of the file's properties. */
  title: string;
  /** Shown until the paper is registered. */
  draft: boolean;
  demo?: boolean;
  /** Hash of the paper's data, for the footer. */
  fingerprint?: string;
  timeoutMs?: number;
}

/** Draws blocks in a thread. Throws `Refusal` with a message for people. */
export async function renderBlocks(
  blocks: Block[],
  template: string,
  options: RenderOptions & { orientation?: 'portrait' | 'landscape' },
): Promise<Uint8Array> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  const job: PaperJob = {
    format: options.format,
    title: options.title,
    blocks: layOut(blocks),
    frame: {
      draft: options.draft,
      demo: options.demo ?? false,
      template,
      fingerprint: options.fingerprint ?? null,
      orientation: options.orientation ?? 'portrait',
    },
  };
  try {
    return await callThread<Uint8Array>(new URL('./paper.worker.ts', import.meta.url), job, {
      timeoutMs,
      heapMb: 512,
    });
  } catch (error) {
    if (!(error instanceof ThreadFailure)) throw error;
    if (error.reason === 'timeout') {
      throw new Refusal('papers:error.tooLong', { seconds: timeoutMs / 1000 }, { status: 503 });
    }
    throw new Refusal('papers:error.notMade', { detail: error.message.slice(0, 200) }, { status: 503 });
  }
}

/** Fills a paper with data and draws it as PDF or DOCX; both come from the same blocks. */
export async function renderPaper(paper: Paper, data: unknown, options: RenderOptions): Promise<Uint8Array> {
  const blocks = fillBody(paper, data);
  const orientation = paper.orientation ?? 'portrait';
  return renderBlocks(blocks, `${paper.id}/${paper.regime}/${paper.version}`, { ...options, orientation });
}
