import { z } from 'zod';
import { command, day, id, listOf, nothing, query } from '../../platform/use-case/contract.ts';
import { outcomeEntries } from './outcomes/entries.ts';
import {
  candidateRow,
  code,
  count,
  GROUNDS,
  MONTHS,
  offerRow,
  optionalId,
  optionalText,
  pathNode,
  reasons,
  shownStudent,
  text,
  WAYS,
  WHATS,
} from './schemas.ts';
import { invitationStates, offerStates } from './states.ts';

const done = z.object({ id });

export const contract = {
  listInterests: query('/hiring/interests', {
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id,
          organisation: z.string(),
          programmeCode: z.string(),
          programme: z.string().nullable(),
          people: count.nullable(),
          since: day,
          /** Who may be shown by this speciality now, and the exams ahead. */
          shown: count,
          graduates: count,
          sessions: count,
        }),
      ),
      programmes: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    summary: 'Specialities an employer follows',
  }),
  saveInterest: command('/hiring/interests/save', {
    input: z.object({ programmeCode: code, people: z.number().int().min(1).max(1000).nullish() }),
    output: done,
    summary: 'Subscribes the employer to exams of a speciality',
  }),
  endInterest: command('/hiring/interests/{id}/end', {
    input: z.object({ id }),
    output: done,
    summary: 'Ends a subscription: its students are shown no more',
  }),
  listSessions: query('/hiring/sessions', {
    input: nothing,
    output: listOf(
      z.object({
        id,
        code: z.string(),
        programmeCode: z.string(),
        programme: z.string(),
        college: z.string(),
        centre: z.string(),
        day,
        examinees: count,
        /** Of them, with a consent or a placement here. */
        shown: count,
      }),
    ),
    summary: 'Exams of the specialities followed, with how many examinees may be shown',
  }),
  listShown: query('/hiring/students', {
    input: z.object({
      programmeCode: code.optional(),
      sessionId: id.optional(),
      search: z.string().max(100).optional(),
    }),
    output: listOf(shownStudent),
    summary: 'Students and graduates this employer may see: by a placement here or by their consent',
  }),
  listCandidates: query('/hiring/candidates', {
    input: nothing,
    output: listOf(candidateRow),
    summary: 'The employer’s list of candidates',
  }),
  addCandidate: command('/hiring/candidates/add', {
    input: z.object({
      studentId: id,
      way: z.enum(WAYS),
      sessionId: optionalId,
      needLineId: optionalId,
      note: optionalText(500),
    }),
    output: done,
    summary: 'Puts a person who may be shown into the list of candidates',
  }),
  removeCandidate: command('/hiring/candidates/{id}/remove', {
    input: z.object({ id }),
    output: done,
    summary: 'Takes a person out of the list of candidates',
  }),
  invite: command('/hiring/candidates/{id}/invite', {
    input: z.object({ id, words: text(1000), meetOn: day.nullish(), place: optionalText(200) }),
    output: done,
    summary: 'Invites a candidate to meet; the portal passes it on, no contacts are shown',
  }),
  listOffers: query('/hiring/offers', {
    input: nothing,
    output: listOf(offerRow),
    summary: 'The employer’s offers of work and their answers',
  }),
  offerChoices: query('/hiring/offer-choices', {
    input: nothing,
    output: z.object({
      lines: z.array(z.object({ id, title: z.string(), occupation: z.string(), year: count, count })),
    }),
    summary: 'Need lines an offer can stand on',
  }),
  makeOffer: command('/hiring/offers/make', {
    input: z.object({
      candidateId: id,
      post: text(200),
      needLineId: optionalId,
      pay: z.number().int().min(1).max(100_000_000_00).nullish(),
      startsOn: day,
      answerUntil: day,
      words: optionalText(1000),
    }),
    output: done,
    summary: 'Makes an offer of work; the tie is written at once, so that conflicts of experts see it',
  }),
  withdrawOffer: command('/hiring/offers/{id}/withdraw', {
    input: z.object({ id, why: text(300) }),
    output: done,
    summary: 'Takes an unanswered offer back',
  }),
  noteStart: command('/hiring/offers/{id}/start', {
    input: z.object({
      id,
      came: z.boolean(),
      on: day,
      orderNumber: optionalText(60),
      why: optionalText(300),
    }),
    output: z.object({ id, hireId: id.nullable() }),
    summary: 'Notes that the person began to work, or did not come',
  }),
  listHires: query('/hiring/hires', {
    input: nothing,
    output: listOf(
      z.object({
        id,
        /** Null where the reader may see counts only. */
        name: z.string().nullable(),
        organisation: z.string(),
        college: z.string(),
        programmeCode: z.string(),
        programme: z.string(),
        post: z.string(),
        startedOn: day,
        endedOn: day.nullable(),
      }),
    ),
    summary: 'Who began to work',
  }),
  listPool: query('/hiring/pool', {
    input: z.object({ programmeCode: code.optional() }),
    output: listOf(
      z.object({
        personId: id,
        studentId: id,
        name: z.string(),
        college: z.string(),
        programmeCode: z.string(),
        programme: z.string(),
        graduationYear: z.number().int(),
        consentOn: day,
        /** At work by the last answer or by a hire that stands. */
        working: z.boolean().nullable(),
        invitations: count,
        offers: count,
      }),
    ),
    summary: 'External talent pool: graduates of all years with a consent',
  }),

  myWork: query('/hiring/mine', {
    input: nothing,
    output: z.object({
      today: day,
      consents: z.array(
        z.object({
          purpose: z.string(),
          text: z.string(),
          version: count,
          id: id.nullable(),
          givenOn: day.nullable(),
          /** Given, but by a person under 18 and not on paper: it does not count yet. */
          needsPaper: z.boolean(),
        }),
      ),
      /** Employers who see me now. */
      seenBy: z.array(z.object({ organisation: z.string(), ground: z.enum(GROUNDS) })),
      invitations: z.array(
        z.object({
          id,
          organisation: z.string(),
          words: z.string(),
          meetOn: day.nullable(),
          place: z.string().nullable(),
          state: z.enum(invitationStates.states),
          madeOn: day,
        }),
      ),
      offers: z.array(
        z.object({
          id,
          organisation: z.string(),
          post: z.string(),
          pay: count.nullable(),
          startsOn: day,
          answerUntil: day,
          words: z.string().nullable(),
          state: z.enum(offerStates.states),
        }),
      ),
    }),
    summary: 'The person’s own consents, invitations and offers',
  }),
  answerInvitation: command('/hiring/mine/invitations/{id}', {
    input: z.object({ id, answer: z.enum(['accept', 'decline']) }),
    output: done,
    summary: 'The person answers an invitation',
  }),
  answerOffer: command('/hiring/mine/offers/{id}', {
    input: z.object({ id, answer: z.enum(['accept', 'decline']), why: optionalText(300) }),
    output: done,
    summary: 'The person answers an offer of work',
  }),
  myMatches: query('/hiring/mine/matches', {
    input: nothing,
    output: z.object({
      computedAt: z.string().nullable(),
      competences: count,
      rows: z.array(
        z.object({
          opening: z.string(),
          organisation: z.string(),
          title: z.string(),
          place: z.string().nullable(),
          people: count,
          year: z.number().int().nullable(),
          pay: count.nullable(),
          /** Of what is asked, in percent. */
          percent: count,
          reasons,
        }),
      ),
    }),
    summary:
      'Who needs me: need lines and vacancies by the competences of my programme, with reasons and gaps',
  }),
  listOpenings: query('/hiring/openings', {
    input: nothing,
    output: z.object({
      computedAt: z.string().nullable(),
      rows: z.array(
        z.object({
          opening: z.string(),
          title: z.string(),
          place: z.string().nullable(),
          people: count,
          year: z.number().int().nullable(),
          fitting: count,
          requirements: z.array(
            z.object({ programmeCode: z.string(), competence: z.string(), essential: z.boolean() }),
          ),
        }),
      ),
    }),
    summary: 'The employer’s own need lines and vacancies with how many people fit who may be shown',
  }),
  listFitting: query('/hiring/openings/{opening}/people', {
    input: z.object({ opening: z.string().max(60) }),
    output: z.object({
      rows: z.array(shownStudent.extend({ percent: count, reasons })),
      /** Fitting people who are not shown: no consent, no placement here. */
      hidden: count,
    }),
    summary: 'Whom to invite: people who may be shown, by fitness, with reasons and gaps',
  }),
  listCompetences: query('/hiring/competences', {
    input: z.object({ programmeCode: code }),
    output: z.object({ rows: z.array(z.object({ competence: z.string(), module: z.string() })) }),
    summary: 'Competences of a speciality’s programmes, by modules',
  }),
  saveRequirements: command('/hiring/openings/{opening}/requirements', {
    input: z.object({
      opening: z.string().max(60),
      rows: z.array(z.object({ programmeCode: code, competence: text(40), essential: z.boolean() })).max(60),
    }),
    output: z.object({ opening: z.string() }),
    summary: 'Says which competences an opening asks for',
  }),
  computeMatches: command('/hiring/matches/compute', {
    input: nothing,
    output: z.object({ jobId: id }),
    summary: 'Computes the lists of fitness anew',
  }),

  getPath: query('/hiring/path/{from}/{id}', {
    input: z.object({ from: z.enum(['hire', 'need', 'offer']), id }),
    output: z.object({
      nodes: z.array(pathNode),
      /** Forward from a need line: how many people stand at each step. */
      hires: z.array(z.object({ id, title: z.string(), startedOn: day })),
      hidden: count,
    }),
    summary: 'The way of one hire: need line, seat, student, placement, mentor, exam, offer, hire',
  }),

  ...outcomeEntries,
};

// what screens need beside the entries
export { MONTHS, WHATS };
