import { z } from 'zod';
import { command, nothing, query } from '../use-case/contract.ts';

/** Which table: its lasting name on the screen. */
const list = z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,79}$/);
const name = z.string().trim().min(1).max(80);
/** What the table understands of itself; the server only keeps it. */
const content = z.record(z.string(), z.unknown());

export const contract = {
  listViews: query('/views/{list}', {
    summary: 'My saved views of a table, by name',
    input: z.object({ list }),
    output: z.object({ rows: z.array(z.object({ name, content })) }),
  }),
  saveView: command('/views/{list}/save', {
    summary: 'Keeps a view of a table under a name; the same name again replaces it',
    input: z.object({ list, name, content }),
    output: nothing,
  }),
  dropView: command('/views/{list}/drop', {
    summary: 'Drops a saved view',
    input: z.object({ list, name }),
    output: nothing,
  }),
};
