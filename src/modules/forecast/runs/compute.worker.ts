// The calculation runs in a thread of its own: it takes seconds, and requests go on meanwhile.
import {
  canonicalJson,
  EngineInputError,
  type EngineIssue,
  type ForecastInput,
  type ForecastResult,
  hashOf,
  runForecast,
} from '../../../engines/forecast/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';

export type Computed =
  | { faults: readonly EngineIssue[] }
  | { faults: null; result: ForecastResult; resultHash: string; inputText: string };

serveThread<ForecastInput, Computed>((input) => {
  try {
    const result = runForecast(input);
    return { value: { faults: null, result, resultHash: hashOf(result), inputText: canonicalJson(input) } };
  } catch (error) {
    if (error instanceof EngineInputError) return { value: { faults: error.issues } };
    throw error;
  }
});
