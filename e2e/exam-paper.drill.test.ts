/** An exam marked on paper, in a real browser: a draw by slips, a failure of the site, two people who type. */
import { afterAll, beforeAll, vi } from 'vitest';
import { type ExamRegion, openExamRegion } from './support/exam-region.ts';
import { examPaperWalk } from './walks/exam-paper.ts';

// a busy machine draws slowly; nothing here waits without a reason
vi.setConfig({ testTimeout: 300_000 });
let opened: ExamRegion;

beforeAll(async () => {
  opened = await openExamRegion();
}, 240_000);
afterAll(() => opened?.close(), 60_000);

examPaperWalk(() => opened);
