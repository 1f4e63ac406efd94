// Computed in a thread of its own, and checked by the verifier that shares no code with the computation. Texts cross the
// border, not objects: copying a region of objects costs more than the computation.
import { serveThread } from '../../../platform/threads/serve-thread.ts';
import { computeDraw, type DrawInput, type Drawn } from './compute-draw.ts';

serveThread<DrawInput, Drawn>((input) => ({ value: computeDraw(input) }));
