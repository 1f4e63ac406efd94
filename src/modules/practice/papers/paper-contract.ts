import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { PAPER_KINDS, paperSet } from './paper-set.ts';

export const FORMATS = ['pdf', 'docx'] as const;
export const REGISTERED = ['order', 'hostOrder', 'gradeSheet'] as const;
/** The largest list of students as a file, in bytes. */
export const LIST_BYTES = 2_000_000;

const file = z.object({ name: z.string(), type: z.string(), base64: z.string() });
const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const kinds = z.array(z.enum(PAPER_KINDS)).min(1);
const formats = z.array(z.enum(FORMATS)).min(1);
const registered = z.object({
  id,
  kind: z.enum(REGISTERED),
  number: z.string(),
  on: day,
  host: z.string().nullable(),
  students: z.number().int(),
  hash: z.string(),
});
const journal = z.object({
  kind: z.enum(REGISTERED),
  fileIndex: z.string().trim().max(20),
  pattern: text(60),
});

/** Papers of a group, a part of the room's contract. */
export const paperEntries = {
  newPaperSet: query('/practice/papers/new', {
    input: z.object({}),
    output: z.object({
      /** The own college; null where another kind of organisation makes the papers. */
      college: paperSet.shape.college.nullable(),
      /** The own enterprise, where an enterprise makes them. */
      host: paperSet.shape.college.nullable(),
      city: z.string().nullable(),
      qualities: z.array(z.string()),
      listDays: z.number().int(),
    }),
    summary:
      'What is known for papers before anything is entered: the own names, the region’s list of qualities',
  }),
  readStudentList: query('/practice/papers/list', {
    input: z.object({ name: text(200), content: z.string().max((LIST_BYTES / 3) * 4 + 4) }),
    output: z.object({ lines: z.array(z.string()) }),
    summary: 'Lines of a spreadsheet with a list of students, to be looked at',
  }).route({ method: 'POST' }),
  // what it takes is typed on the page: nothing is kept of it, so it is a question and not a command
  exportPapers: query('/practice/papers/export', {
    input: z.object({ set: paperSet, kinds, formats }),
    output: file,
    summary: 'All papers of one group from a list, a plant and dates, in one archive; drafts',
  }).route({ method: 'POST' }),
  getPaperSet: query('/practice/plans/{planId}/papers', {
    input: z.object({ planId: id, hostId: id.optional() }),
    output: z.object({
      set: paperSet,
      hosts: z.array(z.object({ id, name: z.string(), students: z.number().int() })),
      registered: z.array(registered),
      journals: z.array(journal),
    }),
    summary: 'What the papers of a placed group are made of, and which are registered',
  }),
  saveJournal: command('/practice/papers/journals', {
    input: journal,
    output: z.object({ kind: z.enum(REGISTERED), next: z.string() }),
    summary: 'How the organisation numbers one kind of paper: index of its file list and a pattern',
  }),
  registerPaper: command('/practice/plans/{planId}/papers/register', {
    input: z.object({
      planId: id,
      hostId: id.nullish().transform((value) => value ?? null),
      kind: z.enum(REGISTERED),
      /** Without it the next number of the organisation's own journal is given. */
      number: optionalText(60),
      on: day,
    }),
    output: z.object({ id, number: z.string() }),
    summary: 'Registers a paper: it gets its number, is kept as it is, and is a draft no more',
  }),
  printRegistered: query('/practice/papers/{id}/file', {
    input: z.object({ id, format: z.enum(FORMATS) }),
    output: file,
    summary: 'A registered paper as a file',
  }),
};
