import { z } from 'zod';
import { command, day, id, listOf, page, query } from '../../platform/use-case/contract.ts';
import { meetingStates } from './states.ts';

export const BODY_KINDS = ['council', 'commission', 'working_group', 'governing_board', 'platform'] as const;
export const POSTS = ['chair', 'deputy_chair', 'secretary', 'member'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const optionalDay = day.nullish().transform((value) => value ?? null);
const optionalId = id.nullish().transform((value) => value ?? null);
const state = z.enum(meetingStates.states);
const count = z.number().int().min(0).max(1000);

export const bodyRow = z.object({
  id,
  kind: z.enum(BODY_KINDS),
  name: z.string(),
  organisationId: id,
  organisationName: z.string().nullable(),
  members: z.number().int(),
  lastMeeting: day.nullable(),
  nextMeeting: day.nullable(),
  /** Decisions not done yet, and those past their day. */
  open: z.number().int(),
  overdue: z.number().int(),
  closedOn: day.nullable(),
});
const memberRow = z.object({
  id,
  personId: id,
  name: z.string(),
  organisationName: z.string().nullable(),
  post: z.enum(POSTS),
  from: day.nullable(),
  to: day.nullable(),
});
const decisionRow = z.object({
  id,
  text: z.string(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  due: day.nullable(),
  doneOn: day.nullable(),
  doneNote: z.string().nullable(),
});

export const bodyFields = z.object({
  kind: z.enum(BODY_KINDS),
  name: text(300),
  organisationId: id,
  quorumPercent: z.number().int().min(0).max(99),
  ground: optional(300),
});

export const meetingFields = z.object({
  number: text(40),
  heldOn: day,
  place: optional(300),
  present: z.array(id),
  items: z
    .array(
      z.object({
        title: text(500),
        speaker: optional(200),
        minutes: optional(4000),
        votes: z.object({ for: count, against: count, abstain: count }).nullable(),
        /** Taken off the agenda: neither vote nor decision. */
        withdrawn: z.boolean().default(false),
        decisions: z.array(z.object({ text: text(1000), ownerId: optionalId, due: optionalDay })).max(30),
      }),
    )
    .max(60),
});
export type MeetingInput = z.output<typeof meetingFields>;

export const meetingCard = z.object({
  id,
  bodyId: id,
  bodyName: z.string(),
  number: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  state,
  rev: z.number().int(),
  quorumPercent: z.number().int(),
  minutesHash: z.string().nullable(),
  members: z.array(memberRow.extend({ present: z.boolean(), signed: z.boolean() })),
  items: z.array(
    z.object({
      id,
      title: z.string(),
      speaker: z.string().nullable(),
      minutes: z.string().nullable(),
      votes: z.object({ for: z.number(), against: z.number(), abstain: z.number() }).nullable(),
      result: z.enum(['heard', 'adopted', 'rejected', 'withdrawn']),
      decisions: z.array(decisionRow),
    }),
  ),
});

/** A decision by itself: what is to be done, by when, whence it comes. */
export const decisionCard = z.object({
  id,
  text: z.string(),
  owner: z.string().nullable(),
  due: day.nullable(),
  doneOn: day.nullable(),
  note: z.string().nullable(),
  meetingId: id,
  heldOn: day,
  bodyName: z.string(),
});

export const contract = {
  listBodies: query('/bodies', {
    input: page.extend({ kind: z.enum(BODY_KINDS).optional() }),
    output: listOf(bodyRow),
    summary: 'Boards, commissions, working groups and platforms',
  }),
  getBody: query('/bodies/{id}', {
    input: z.object({ id }),
    output: bodyRow.extend({
      quorumPercent: z.number().int(),
      ground: z.string().nullable(),
      rev: z.number().int(),
      memberRows: z.array(memberRow),
      meetings: z.array(
        z.object({ id, number: z.string(), heldOn: day, state, decisions: z.number().int() }),
      ),
      decisions: z.array(decisionRow.extend({ meetingId: id, number: z.string() })),
    }),
    summary: 'One body: members, meetings, decisions',
  }),
  saveBody: command('/bodies/save', {
    input: bodyFields.extend({
      id: id.optional(),
      rev: z.number().int().optional(),
      /** The day it was dissolved; no meeting is planned after. */
      closedOn: optionalDay,
    }),
    output: z.object({ id }),
    summary: 'Adds a body or changes its card',
  }),
  listPeople: query('/bodies/people', {
    input: z.object({ search: z.string().max(100) }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          organisationId: id.nullable(),
          organisation: z.string().nullable(),
        }),
      ),
    }),
    summary: 'Staff who may be made members, by name',
  }),
  addMember: command('/bodies/{bodyId}/members/add', {
    input: z.object({ bodyId: id, personId: id, organisationId: optionalId, post: z.enum(POSTS), from: day }),
    output: z.object({ id }),
    summary: 'Makes a person a member from a day on',
  }),
  endMember: command('/bodies/members/{id}/end', {
    input: z.object({ id, on: day }),
    output: z.object({ id }),
    summary: 'The person is no member from a day on',
  }),
  planMeeting: command('/bodies/{bodyId}/meetings/plan', {
    input: z.object({
      bodyId: id,
      number: text(40),
      heldOn: day,
      place: optional(300),
      items: z.array(text(500)).max(60),
    }),
    output: z.object({ id }),
    summary: 'Plans a meeting with its agenda',
  }),
  getMeeting: query('/bodies/meetings/{id}', {
    input: z.object({ id }),
    output: meetingCard,
    summary: 'One meeting: agenda, attendance, votes, decisions',
  }),
  saveMeeting: command('/bodies/meetings/{id}/save', {
    input: meetingFields.extend({ id, rev: z.number().int() }),
    output: z.object({ id, rev: z.number().int() }),
    summary: 'Writes agenda, attendance, votes and decisions until the minutes are closed',
  }),
  moveMeeting: command('/bodies/meetings/{id}/move', {
    input: z.object({ id, event: z.enum(['hold', 'cancel', 'close', 'reopen']), reason: optional(300) }),
    output: z.object({ id, state }),
    summary: 'Moves a meeting: held, cancelled, minutes closed or opened again',
  }),
  signMinutes: command('/bodies/meetings/{id}/sign', {
    input: z.object({ id, memberId: id, signedOn: day, originalReceived: z.literal(true) }),
    output: z.object({ id, state }),
    summary: 'Records that chair or secretary signed the minutes; after both nothing changes',
  }),
  getDecision: query('/bodies/decisions/{id}', {
    input: z.object({ id }),
    output: decisionCard,
    summary: 'One decision of signed minutes, for its owner and for who keeps the body',
  }),
  doneDecision: command('/bodies/decisions/{id}/done', {
    input: z.object({ id, note: text(500) }),
    output: z.object({ id }),
    summary: 'States that a decision was carried out',
  }),
  printMinutes: query('/bodies/meetings/{id}/minutes', {
    input: z.object({ id, format: z.enum(['pdf', 'docx']) }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'The minutes as a paper',
  }),
};
