import { z } from 'zod';
import { command, day, id, listOf, moment, nothing, page, query } from '../../platform/use-case/contract.ts';
import { agreementKind } from './kinds/kind-schema.ts';
import { agreementStates } from './states.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const optionalDay = day.nullish().transform((value) => value ?? null);
const state = z.enum(agreementStates.states);

const party = z.object({ organisationId: id, name: z.string() });

export const agreementRow = z.object({
  id,
  kind: z.string(),
  kindTitle: z.string(),
  number: z.string(),
  subject: z.string(),
  state,
  concludedOn: day.nullable(),
  from: day,
  to: day.nullable(),
  /** By the names of the day it was concluded. */
  parties: z.array(party),
  lastActivityOn: day.nullable(),
  /** Ends within the days of the setting. */
  expiring: z.boolean(),
  inactive: z.boolean(),
});

const signature = z.object({
  id,
  organisationId: id.nullable(),
  kind: z.enum(['paper', 'simple', 'qualified']),
  signedOn: day,
  signer: z.string(),
  authority: z.string().nullable(),
  standing: z.enum(['valid', 'unchecked', 'invalid', 'otherVersion', 'withdrawn']),
});

export const agreementFields = z.object({
  kind: text(40),
  number: text(60),
  subject: text(500),
  from: day,
  to: optionalDay,
  fields: z.record(z.string(), z.union([z.string().max(2000), z.number()]).nullable()),
  parties: z
    .array(
      z.object({
        organisationId: id,
        signatory: optional(200),
        authority: optional(300),
        authorityUntil: optionalDay,
      }),
    )
    .min(2)
    .max(30),
});
export type AgreementInput = z.output<typeof agreementFields>;

export const agreementCard = agreementRow.extend({
  version: z.number().int(),
  rev: z.number().int(),
  fields: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  copiedFrom: id.nullable(),
  parties: z.array(
    party.extend({
      /** Today's name, where it is another. */
      nameNow: z.string().nullable(),
      signatory: z.string().nullable(),
      authority: z.string().nullable(),
      authorityUntil: day.nullable(),
      signed: z.boolean(),
      /** This actor may record its signature. */
      mine: z.boolean(),
    }),
  ),
  signatures: z.array(signature),
  versions: z.array(
    z.object({
      no: z.number().int(),
      hash: z.string(),
      supplement: z.string().nullable(),
      why: z.string().nullable(),
      at: moment,
      by: z.string().nullable(),
    }),
  ),
  activity: z.array(z.object({ id, on: day, note: z.string(), by: z.string().nullable() })),
});

export const contract = {
  listKinds: query('/agreements/kinds', {
    input: z.object({ on: day.optional() }),
    output: z.object({ rows: z.array(agreementKind) }),
    summary: 'Kinds of agreement with their fields on a day',
  }),
  listAgreements: query('/agreements', {
    input: page.extend({
      kind: z.string().optional(),
      state: state.optional(),
      organisationId: id.optional(),
      search: z.string().max(100).optional(),
      /** Ends within so many days as the setting says. */
      expiring: z.boolean().optional(),
      inactive: z.boolean().optional(),
    }),
    output: listOf(agreementRow),
    summary: 'Register of agreements',
  }),
  getAgreement: query('/agreements/{id}', {
    input: z.object({ id }),
    output: agreementCard,
    summary: 'One agreement: parties, signatures, versions, activity',
  }),
  listCandidates: query('/agreements/candidates', {
    input: z.object({ search: z.string().max(100) }),
    output: z.object({ rows: z.array(z.object({ id, name: z.string(), kind: z.string() })) }),
    summary: 'Organisations that may become parties',
  }),
  saveAgreement: command('/agreements/save', {
    input: agreementFields.extend({
      id: id.optional(),
      rev: z.number().int().optional(),
      /** Changing an agreement in force needs a supplementary agreement. */
      supplement: optional(60),
      why: optional(300),
    }),
    output: z.object({ id, rev: z.number().int() }),
    summary: 'Writes a draft, or changes the content: signatures under the former content are withdrawn',
  }),
  proposeAgreement: command('/agreements/{id}/propose', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Proposes a draft to its parties for signing',
  }),
  signAgreement: command('/agreements/{id}/sign', {
    input: z.object({
      id,
      organisationId: id,
      /** The version the signer has before them: another one is not signed by a page left open. */
      version: z.number().int(),
      signatory: text(200),
      authority: text(300),
      authorityUntil: optionalDay,
      signedOn: day,
      originalReceived: z.literal(true),
    }),
    output: z.object({ id, state }),
    summary: 'Records that a party has signed the paper original',
  }),
  endAgreement: command('/agreements/{id}/end', {
    input: z.object({ id, on: day, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Ends an agreement before its term',
  }),
  recallAgreement: command('/agreements/{id}/recall', {
    input: z.object({ id, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Takes back an agreement that is not in force yet',
  }),
  noteActivity: command('/agreements/{id}/activity', {
    input: z.object({ id, on: day, note: text(500) }),
    output: z.object({ id }),
    summary: 'Notes what was done under an agreement',
  }),
  copyAgreement: command('/agreements/{id}/copy', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Makes a draft for the next year from an agreement',
  }),
  printAgreement: query('/agreements/{id}/paper', {
    input: z.object({ id, format: z.enum(['pdf', 'docx']) }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'The agreement as a paper to sign',
  }),
  countAgreements: query('/agreements/count', {
    input: nothing,
    output: z.object({
      inForce: z.number().int(),
      expiring: z.number().int(),
      inactive: z.number().int(),
      waiting: z.number().int(),
      expiringDays: z.number().int(),
      inactiveDays: z.number().int(),
    }),
    summary: 'How many agreements are in force, end soon, lie idle, wait for signatures',
  }),
};
