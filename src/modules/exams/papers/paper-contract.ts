import { z } from 'zod';
import { id, query } from '../../../platform/use-case/contract.ts';

export const EXAM_PAPERS = ['briefing', 'draw', 'check', 'statement'] as const;

export const paperContract = {
  printExamPaper: query('/exams/sessions/{id}/papers/{paper}/{format}', {
    input: z.object({ id, paper: z.enum(EXAM_PAPERS), format: z.enum(['pdf', 'docx']) }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'Papers of an exam: list of the briefing, draw, check of the site, statement for the board',
  }),
};
