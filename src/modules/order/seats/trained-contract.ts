import { z } from 'zod';
import { id, moment, nothing, query } from '../../../platform/use-case/contract.ts';

export const trainedOrder = z.object({
  id,
  version: z.number().int(),
  decisionYear: z.number().int(),
  approvedAt: moment.nullable(),
  documentNumber: z.string().nullable(),
});

export const trainedSeat = z.object({
  programmeId: id,
  college: z.string(),
  code: z.string(),
  name: z.string(),
  base: z.number().int(),
  form: z.string(),
  intakeYear: z.number().int(),
  graduationYear: z.number().int(),
  /** Of the whole programme in that intake, whoever they are for. */
  seats: z.number().int(),
  groups: z.number().int(),
  /** Of them, whom the order expects to come to this line's jobs, after all losses on the way. */
  people: z.number(),
});

/** Students of the region whose course leads to the occupation and ends in time for the line; nobody has promised them. */
export const studyingCourse = z.object({
  college: z.string(),
  code: z.string(),
  name: z.string(),
  graduationYear: z.number().int(),
  people: z.number().int(),
});

export const trainedLine = z.object({
  id,
  occupation: z.string(),
  name: z.string(),
  municipality: z.string(),
  year: z.number().int(),
  kind: z.enum(['new', 'replacement', 'project']),
  count: z.number().int(),
  people: z.number(),
  /** What no seat backs. */
  rest: z.number(),
  /** Why something is left: before the first graduation, taught nowhere, only a part, none; or it is all there. */
  cause: z.enum(['covered', 'partly', 'early', 'untaught', 'none']),
  seats: z.array(trainedSeat),
  /** Admitted earlier, by whatever order: they come to the market in the year of the line or a year before. */
  studying: z.array(studyingCourse),
});

export const trainedContract = {
  listTrained: query('/order/trained/mine', {
    input: nothing,
    output: z.object({ orders: z.array(trainedOrder), rows: z.array(trainedLine) }),
    summary: 'Whom the approved orders train for one’s own enterprise, need line by need line',
  }),
};
