import { callThread, ThreadFailure } from '../../../../platform/threads/call-thread.ts';
import { refuse } from '../../../../platform/use-case/index.ts';
import type { ImportResult } from '../../../needs/index.ts';
import type { OutcomeRow } from '../outcome-row.ts';
import type { FormAnswer, FormRequest } from './form.worker.ts';

const LIMITS = { timeoutMs: 180_000, heapMb: 1500 };

/** Reads the form in a thread; a file that is no form is refused in people's words. */
export async function readFormInThread(request: FormRequest): Promise<ImportResult<OutcomeRow>> {
  try {
    const url = new URL('./form.worker.ts', import.meta.url);
    const answer = await callThread<FormAnswer>(url, request, LIMITS);
    if ('refused' in answer) throw refuse(answer.refused.key, answer.refused.params, { status: 422 });
    return answer.result;
  } catch (error) {
    if (error instanceof ThreadFailure && (error.reason === 'timeout' || error.reason === 'memory'))
      throw refuse('needs:error.tooHeavy', {}, { status: 422 });
    throw error;
  }
}
