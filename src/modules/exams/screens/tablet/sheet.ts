import type { api } from '../exams-api.ts';

/** The sheet of marks as the server gives it and the tablet keeps it. */
export type Sheet = Awaited<ReturnType<typeof api.getMarkSheet>>['data'];
export type Aspect = Sheet['aspects'][number];
