import { z } from 'zod';
import { command, day, id, nothing, query } from '../../../platform/use-case/contract.ts';
import { PLAN_KINDS } from '../plans/schemas.ts';

export const FORM_KINDS = ['form', 'method'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const rev = z.number().int();

export const formRow = z.object({
  id,
  kind: z.enum(FORM_KINDS),
  name: z.string(),
  about: z.string(),
  /** Kinds of practice it suits; empty: any. */
  kinds: z.array(z.enum(PLAN_KINDS)),
  source: z.string(),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  decisionId: id.nullable(),
  decision: z.string().nullable(),
  meetingId: id.nullable(),
  heldOn: day.nullable(),
  from: day,
  to: day.nullable(),
  retiredWhy: z.string().nullable(),
  /** Practices of year plans that go by it. */
  plans: count,
  rev,
});

export const formFields = z.object({
  kind: z.enum(FORM_KINDS),
  name: text(200),
  about: text(2000),
  kinds: z.array(z.enum(PLAN_KINDS)).max(PLAN_KINDS.length).default([]),
  source: text(500),
  from: day,
  /** A decision of the platform's signed minutes by which it was taken in. */
  decisionId: id.nullish().transform((value) => value ?? null),
});

/** The catalogue of forms and methods of practical training, a part of the room's contract. */
export const formEntries = {
  listForms: query('/practice/forms', {
    input: z.object({ on: day.optional() }),
    output: z.object({ rows: z.array(formRow) }),
    summary: 'Forms and methods of practical training: all, or those in use on a day',
  }),
  formChoices: query('/practice/forms/choices', {
    input: nothing,
    output: z.object({
      decisions: z.array(z.object({ id, text: z.string(), body: z.string(), heldOn: day })),
    }),
    summary: 'Decisions of working platforms that an entry of the catalogue may rest on',
  }),
  saveForm: command('/practice/forms/save', {
    input: formFields.extend({ id: id.optional(), rev: rev.optional() }),
    output: z.object({ id }),
    summary: 'Adds a form or a method of practical training, or changes its card',
  }),
  retireForm: command('/practice/forms/{id}/retire', {
    input: z.object({
      id,
      rev,
      /** The last day it may be chosen for; null: it is in use again. */
      lastDay: day.nullable(),
      why: z.string().trim().max(500).default(''),
    }),
    output: z.object({ id, rev }),
    summary: 'Takes an entry of the catalogue out of use from a day on, or back into it',
  }),
};
