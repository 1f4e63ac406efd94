import { callThread, ThreadFailure } from '../../../platform/threads/call-thread.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { ReadAnswer, ReadRequest } from './read.worker.ts';
import type { ReadFile } from './stored-kind.ts';

const LIMITS = { timeoutMs: 180_000, heapMb: 1500 };

/** Reads a file beside the requests; what it cannot take is a refusal in people's words. */
export async function readInThread(request: ReadRequest): Promise<ReadFile> {
  try {
    const url = new URL('./read.worker.ts', import.meta.url);
    const answer = await callThread<ReadAnswer>(url, request, LIMITS);
    if ('refused' in answer) throw refuse(answer.refused.key, answer.refused.params, { status: 422 });
    return { ...answer, spellings: [] };
  } catch (error) {
    if (error instanceof ThreadFailure && (error.reason === 'timeout' || error.reason === 'memory'))
      throw refuse('needs:error.tooHeavy', {}, { status: 422 });
    throw error;
  }
}
