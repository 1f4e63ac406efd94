import { z } from 'zod';
import { command, day, id, listOf, query } from '../../../platform/use-case/contract.ts';
import { count, programmeCode, text } from '../kits/schemas.ts';

const which = z.object({ id });
const bounds = z.array(z.number().int().min(1).max(10_000)).length(3);
const optionalDay = day.nullish().transform((value) => value ?? null);
const POSTS = ['chair', 'deputy', 'secretary', 'member'] as const;

export const check = z.object({
  id,
  kitCode: z.string(),
  kind: z.enum(['accreditation', 'equipment']),
  number: z.string(),
  workplaces: count,
  from: day,
  to: day.nullable(),
  short: z.array(z.object({ title: z.string(), need: count, have: count })),
});
export const centreRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  name: z.string(),
  address: z.string(),
  municipalityId: id.nullable(),
  municipality: z.string().nullable(),
  workplaces: count,
  video: z.boolean(),
  closedOn: day.nullable(),
  checks: z.array(check),
  sessions: count,
  rev: count,
});
export const boardRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  kind: z.enum(['board', 'appeal']),
  year: count,
  number: z.string().nullable(),
  approvedOn: day.nullable(),
  /** The chair of a board is not of the college's staff (DE-05). */
  chairWorksHere: z.boolean(),
  members: z.array(z.object({ personId: id, name: z.string(), post: z.enum(POSTS) })),
  rev: count,
});
export const attestationRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  programmeCode: z.string(),
  graduationYear: count,
  kitCodes: z.array(z.string()),
  bounds: z.array(count),
  scheme: z.string(),
  withProject: z.boolean(),
  profileDecision: z.string().nullable(),
  councilOn: day.nullable(),
  approvedOn: day.nullable(),
  shownOn: day.nullable(),
  rev: count,
});

export const centreContract = {
  listCentres: query('/exams/centres', {
    input: z.object({ kitCode: z.string().max(60).optional(), on: day.optional() }),
    output: listOf(centreRow),
    summary: 'Centres with their papers by kit and dates',
  }),
  saveCentre: command('/exams/centres/save', {
    input: z.object({
      id: id.optional(),
      rev: z.number().int().optional(),
      organisationId: id.optional(),
      name: text(200),
      address: text(300),
      municipalityId: id.nullish().transform((value) => value ?? null),
      workplaces: z.number().int().min(1).max(200),
      video: z.boolean().default(false),
      closedOn: optionalDay,
    }),
    output: which,
    summary: 'Enters a centre of examination, or corrects it',
  }),
  noteCentreCheck: command('/exams/centres/{id}/checks', {
    input: which.extend({
      kitCode: text(60),
      kind: z.enum(['accreditation', 'equipment']),
      number: text(60),
      workplaces: z.number().int().min(1).max(200),
      from: day,
      to: optionalDay,
      short: z
        .array(z.object({ title: text(300), need: count, have: count }))
        .max(500)
        .default([]),
    }),
    output: which,
    summary: 'Notes an accreditation, or a check of the equipment by the kit’s list',
  }),
  listBoards: query('/exams/boards', {
    input: z.object({ year: z.coerce.number().int().optional() }),
    output: listOf(boardRow),
    summary: 'Boards and appeal commissions',
  }),
  saveBoard: command('/exams/boards/save', {
    input: z.object({
      organisationId: id.optional(),
      kind: z.enum(['board', 'appeal']),
      year: z.number().int().min(2018).max(2100),
      number: z
        .string()
        .trim()
        .max(60)
        .nullish()
        .transform((value) => value || null),
      approvedOn: optionalDay,
      members: z
        .array(z.object({ personId: id, post: z.enum(POSTS) }))
        .min(1)
        .max(60),
    }),
    output: which,
    summary: 'Saves the board or the appeal commission of a year, with its roles',
  }),
  listAttestations: query('/exams/attestations', {
    input: z.object({ year: z.coerce.number().int().optional() }),
    output: listOf(attestationRow),
    summary: 'Programmes of final attestation: kits, table of grades, dates',
  }),
  saveAttestation: command('/exams/attestations/save', {
    input: z.object({
      programmeCode,
      graduationYear: z.number().int().min(2018).max(2100),
      kitCodes: z.array(text(60)).min(1).max(40),
      scheme: text(60),
      bounds,
      withProject: z.boolean().default(false),
      profileDecision: z
        .string()
        .trim()
        .max(200)
        .nullish()
        .transform((value) => value || null),
      councilOn: optionalDay,
      approvedOn: optionalDay,
      shownOn: optionalDay,
    }),
    output: which,
    summary: 'Saves the programme of attestation of a specialty and year, with its table of grades',
  }),
};
