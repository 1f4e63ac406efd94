import { z } from 'zod';
import { command, id, moment, nothing, query } from '../use-case/contract.ts';

const record = { kind: z.string().min(3).max(100), recordId: z.string().min(1).max(200) };

const file = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  at: moment,
  mine: z.boolean(),
});

export const contract = {
  listFiles: query('/files', {
    summary: 'The files of one record; each is downloaded from /api/files/{id}/content',
    input: z.object(record),
    output: z.object({ rows: z.array(file), mostMegabytes: z.number().int(), mayChange: z.boolean() }),
  }),
  attachFile: command('/files/attach', {
    summary: 'Give an uploaded file (POST /api/files/content?name=) to a record',
    input: z.object({ id, ...record }),
    output: file,
  }),
  removeFile: command('/files/remove', {
    summary: 'Take a file away from its record, or an upload that no record has taken',
    input: z.object({ id }),
    output: nothing,
  }),
};
