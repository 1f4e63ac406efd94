import { z } from 'zod';
import { command, id, listOf, moment, query } from '../../../platform/use-case/contract.ts';
import { roundStates } from '../states.ts';
import { ownRound, POLICIES, priorityClass, RULES, repairPreview, roundCard, roundRow } from './schemas.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const year = z.number().int().min(2000).max(2060);
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
    input: z.object({
      title: text(200),
      schoolYear: year,
      rule: z.enum(RULES).default('student-optimal'),
      policy: z.enum(POLICIES).default('stable'),
      classes: z.array(priorityClass).max(4).default([]),
      opensAt: moment,
      freezesAt: moment,
      planIds: z.array(id).min(1).max(500),
      offers: z
        .array(z.object({ id, seats: z.number().int().min(1).max(500) }))
        .min(1)
        .max(3000),
    }),
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
    output: z.object({ id, placed: count }),
    summary: 'Publishes the drawn result and makes its placements, all or nothing',
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
    }),
    summary: 'The bundle of a draw that anybody can verify: input, rule, seed, result',
  }),
  myRounds: query('/practice/my-rounds', {
    input: z.object({}),
    output: z.object({ rows: z.array(ownRound) }),
    summary: 'The student’s rounds: places to rank, the own list, the own result with reasons',
  }),
  rankPlaces: command('/practice/my-rounds/{id}/rank', {
    input: z.object({ id, offerIds: z.array(id).max(500), rev: z.number().int().min(0) }),
    output: z.object({ id, ranked: count, rev: z.number().int() }),
    summary: 'Sends the own list of places, best first, and agrees to take part',
  }),
  leaveRound: command('/practice/my-rounds/{id}/leave', {
    input: z.object({ id, reason: text(300) }),
    output: z.object({ id, state: z.enum(roundStates.states) }),
    summary: 'Withdraws the consent to take part',
  }),
};
