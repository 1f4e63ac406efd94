import { z } from 'zod';
import { command, day, id, listOf, query } from '../../../platform/use-case/contract.ts';
import { roundStates } from '../states.ts';
import {
  openingFields,
  ownFind,
  ownRound,
  PIN_REASONS,
  publicDraw,
  publicPractice,
  repairPreview,
  roundCard,
  roundChoices,
  roundRow,
  watchRow,
} from './schemas.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** Entries of rounds of distribution, a part of the room's contract. */
export const roundEntries = {
  listRounds: query('/practice/rounds', {
    input: z.object({}),
    output: listOf(roundRow),
    summary: 'Rounds of distribution',
  }),
  getRound: query('/practice/rounds/{id}', {
    input: z.object({ id }),
    output: roundCard,
    summary: 'One round: groups, places, borders, what was committed and drawn',
  }),
  openRound: command('/practice/rounds/open', {
    input: openingFields,
    output: z.object({ id, commitment: z.string() }),
    summary: 'Opens a round over practices and places; the hash of the lottery’s seed is published',
  }),
  moveRound: command('/practice/rounds/{id}/move', {
    input: z.object({ id, event: z.enum(['rank', 'close', 'cancel']), reason: optionalText(300) }),
    output: z.object({ id, state: z.enum(roundStates.states) }),
    summary: 'Begins the ranking, ends a round, or calls it off before publication',
  }),
  freezeRound: command('/practice/rounds/{id}/freeze', {
    input: z.object({ id }),
    output: z.object({ id, inputHash: z.string(), students: count, places: count }),
    summary: 'Freezes lists and places and writes the hashed input down; anew, when somebody left since',
  }),
  drawRound: command('/practice/rounds/{id}/draw', {
    /** A number named in public; it joins the committed seed. */
    input: z.object({ id, beacon: optionalText(100) }),
    output: z.object({ id, jobId: id }),
    summary: 'Starts the draw of a frozen round as a job',
  }),
  publishRound: command('/practice/rounds/{id}/publish', {
    input: z.object({ id }),
    output: z.object({ id, jobId: id }),
    summary:
      'Starts the publication of a drawn result as a job that makes its placements; goes on with one cut off',
  }),
  roundChoices: query('/practice/round-choices', {
    input: z.object({ from: day, to: day, programme: z.string().max(20).optional() }),
    output: roundChoices,
    summary: 'Practices without places that begin on these days, and places that fit them',
  }),
  joinRound: command('/practice/rounds/{id}/join', {
    input: z.object({ id, planIds: z.array(id).min(1).max(100) }),
    output: z.object({ id, joined: count }),
    summary: 'Sends groups of the own college to a distribution of the region',
  }),
  watchRound: query('/practice/rounds/{id}/students', {
    input: z.object({ id }),
    output: z.object({ rows: z.array(watchRow), ranking: z.boolean() }),
    summary: 'The own college’s students in a round: lists, agreed pairs, places',
  }),
  pinStudent: command('/practice/rounds/{id}/pin', {
    input: z.object({
      id,
      studentId: id,
      offerId: id,
      why: z.enum(PIN_REASONS),
      contractNumber: optionalText(60),
    }),
    output: z.object({ id }),
    summary: 'Notes a pair agreed before the draw: target contract, own find, named by the college',
  }),
  unpinStudent: command('/practice/rounds/{id}/unpin', {
    input: z.object({ id, studentId: id }),
    output: z.object({ id }),
    summary: 'Lets an agreed pair go',
  }),
  listFinds: query('/practice/finds', {
    input: z.object({}),
    output: listOf(ownFind.extend({ name: z.string(), group: z.string(), rev: z.number().int() })),
    summary: 'Enterprises the own students have found',
  }),
  answerFind: command('/practice/finds/{id}/answer', {
    input: z.object({
      id,
      rev: z.number().int(),
      offerId: id.nullish().transform((value) => value ?? null),
      answer: optionalText(300),
    }),
    output: z.object({ id, placed: z.boolean() }),
    summary: 'Agrees to a student’s own find by naming the place, or declines with the reason',
  }),
  listDraws: query('/practice/draws', {
    input: z.object({}),
    output: listOf(
      publicDraw.pick({ id: true, title: true, state: true, publishedAt: true, freezesAt: true }),
    ),
    summary: 'Draws anybody may look into',
  }),
  publicDraw: query('/practice/draws/{id}', {
    input: z.object({ id }),
    output: publicDraw,
    summary: 'One draw in public: commitment, hash of the input, seed, borders, counts',
  }),
  drawTicket: query('/practice/draws/{id}/ticket', {
    input: z.object({ id, pseudonym: z.string().trim().min(1).max(100) }),
    output: z.object({
      ticket: z.string(),
      known: z.boolean(),
      of: count,
      position: z.number().int().nullable(),
    }),
    summary: 'The ticket of a pseudonym computed anew',
  }),
  publicPractice: query('/practice/public', {
    input: z.object({}),
    output: publicPractice,
    summary: 'Share of students with a practice at an enterprise, by district, and places there',
  }),
  dropPlace: command('/practice/rounds/{id}/drop-place', {
    input: z.object({ id, offerId: id, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Takes a place out of a round under way: its enterprise went away',
  }),
  excuseStudent: command('/practice/rounds/{id}/excuse', {
    input: z.object({ id, studentId: id, reason: text(300) }),
    output: z.object({ id, state: z.enum(roundStates.states) }),
    summary: 'Takes a student out of a round, with the reason',
  }),
  previewRepair: query('/practice/rounds/{id}/repair', {
    input: z.object({ id }),
    output: repairPreview,
    summary: 'Who would move after withdrawals; changes nothing',
  }),
  repairRound: command('/practice/rounds/{id}/repair', {
    input: z.object({ id, token: z.string().length(64), reason: text(300) }),
    output: z.object({ id, moved: count, placed: count }),
    summary: 'Applies the repair that was shown',
  }),
  exportRound: query('/practice/rounds/{id}/bundle', {
    input: z.object({ id }),
    output: z.object({
      run: count,
      commitment: z.string(),
      committedSeed: z.string(),
      beacon: z.string().nullable(),
      inputHash: z.string(),
      /** As `rostok place` reads it. */
      input: z.record(z.string(), z.unknown()),
      /** As `rostok verify` checks it. */
      result: z.record(z.string(), z.unknown()),
      /** Those placed by distance, outside the rule; with the prices that prove it. */
      leftovers: z.record(z.string(), z.unknown()).nullable(),
      /** As `docs/lottery.py` recomputes it. */
      draw: z.object({
        committedSeed: z.string(),
        commitment: z.string(),
        beacon: z.string().nullable(),
        label: z.string(),
        drawn: z.array(z.object({ pseudonym: z.string(), ticket: z.string() })),
      }),
    }),
    summary: 'The bundle of a draw that anybody can verify: input, rule, seed, result',
  }),
  myRounds: query('/practice/my-rounds', {
    input: z.object({}),
    output: z.object({
      rows: z.array(ownRound),
      finds: z.array(ownFind),
      /** Practices to come without a place: an own find may be proposed for them. */
      plans: z.array(z.object({ id, title: z.string(), from: day, to: day })),
    }),
    summary: 'The student’s rounds: places to rank, the own list, the own result with reasons',
  }),
  rankPlaces: command('/practice/my-rounds/{id}/rank', {
    input: z.object({ id, offerIds: z.array(id).max(500), rev: z.number().int().min(0) }),
    output: z.object({ id, ranked: count, rev: z.number().int() }),
    summary: 'Sends the own list of places, best first, and agrees to take part',
  }),
  confirmPlace: command('/practice/my-rounds/{id}/confirm', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'The student takes the place',
  }),
  proposeFind: command('/practice/my-finds/propose', {
    input: z.object({
      planId: id,
      enterprise: text(200),
      contact: text(200),
      works: z.string().trim().max(500).default(''),
    }),
    output: z.object({ id }),
    summary: 'The student has found an enterprise and asks the college to agree',
  }),
  withdrawFind: command('/practice/my-finds/{id}/withdraw', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Takes back an own find that was not answered yet',
  }),
  leaveRound: command('/practice/my-rounds/{id}/leave', {
    input: z.object({ id, reason: text(300) }),
    output: z.object({ id, state: z.enum(roundStates.states) }),
    summary: 'Withdraws the consent to take part',
  }),
};
