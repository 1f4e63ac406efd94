import { sql } from 'kysely';
import type { z } from 'zod';
import { judge } from '../../../platform/rules/index.ts';
import { found, type RunArgs, useCase } from '../../../platform/use-case/index.ts';
import { judgeSeats } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { markRule, signedMarkRule } from '../rules/mark-rules.ts';
import { seatOf } from '../sessions/lead-of.ts';
import { loadSession, type Session, visibleSession } from '../sessions/load-session.ts';
import { hashOfMark } from './hash-of-mark.ts';
import { type Aspect, aspectsOf } from './mark-facts.ts';
import type { markAnswer, NewMark } from './schemas.ts';

type Answer = z.output<typeof markAnswer>;
interface Ground {
  aspects: Map<string, Aspect>;
  present: Map<string, boolean | null>;
  signed: Set<string>;
  session: Session;
}

const answer = (
  id: string,
  outcome: Answer['outcome'],
  why?: { key: string; params?: Answer['params']; rule?: string },
): Answer => ({
  id,
  outcome,
  key: why?.key ?? null,
  params: why?.params ?? {},
  rule: why?.rule ?? null,
});

/** Why this mark cannot be taken; null when it can. */
function refusalOf(mark: NewMark, { aspects, present, signed, session }: Ground): Answer | null {
  const refuse = (key: string, params: Answer['params'] = {}, rule?: string) =>
    answer(mark.id, 'refused', { key, params, ...(rule ? { rule } : {}) });
  const facts = { signed: signed.has(mark.examineeId), locked: session.lockedAt !== null };
  const late = judge(signedMarkRule, facts, {}, session.day);
  if (late.is === 'refused') return refuse(late.messageKey, late.params, 'X-08');
  // what was marked before the site failed still arrives
  if (session.state !== 'running' && session.state !== 'suspended')
    return refuse('exams:error.notRunning', { code: session.code });
  const aspect = aspects.get(mark.aspectId);
  if (!aspect) return refuse('exams:error.noAspect');
  const there = present.get(mark.examineeId);
  if (there === undefined) return refuse('exams:error.noExaminee');
  if (there !== true) return refuse('exams:error.absent');
  const { kind, how, max, code } = aspect;
  const verdict = judge(markRule, { kind, how, max, code, value: mark.value }, {}, session.day);
  return verdict.is === 'refused' ? refuse(verdict.messageKey, verdict.params, 'EX-04') : null;
}

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'change'>;

/** Stores one mark; one that is there already is known, the same number of a device for another mark is refused. */
async function store(
  { tx, now }: Args,
  session: Session,
  personId: string,
  mark: NewMark,
): Promise<{ answer: Answer; hash?: string }> {
  const { id, examineeId, aspectId, value, device, sequence, deviceAt } = mark;
  const whole = {
    id,
    sessionId: session.id,
    examineeId,
    aspectId,
    personId,
    value,
    device,
    sequence,
    deviceAt,
    serverAt: now,
  };
  const hash = hashOfMark(whole);
  const { rows } =
    await sql`insert into exams.mark (id, session_id, examinee_id, aspect_id, person_id, value, device, sequence,
      device_at, server_at, hash)
    values (${id}, ${session.id}, ${examineeId}, ${aspectId}, ${personId}, ${value}, ${device}, ${sequence}, ${deviceAt}, ${now}, ${hash})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length > 0) return { answer: answer(id, 'accepted'), hash };
  const { rows: known } = await sql`select 1 from exams.mark where id = ${id} and session_id = ${session.id}
    and examinee_id = ${examineeId} and aspect_id = ${aspectId} and person_id = ${personId} and value = ${value}`.execute(
    tx,
  );
  return {
    answer: known.length > 0 ? answer(id, 'known') : answer(id, 'refused', { key: 'exams:error.markTaken' }),
  };
}

/**
 * Marks of one expert's tablet. Each is judged by itself, so a bad one never holds back the others; nobody's row is ever
 * changed. Everything taken is written into the history with its hash.
 */
export const sendMarks = useCase(contract.sendMarks, {
  right: 'exams.mark.write',
  async run(args) {
    const { input, tx, actor, now } = args;
    const personId = found(actor.personId);
    // a lock of the exam waits for this, and this for a lock: no mark slips in behind the protocol
    const session = await loadSession(tx, input.id, { where: visibleSession('assigned', actor), lock: true });
    const seat = await seatOf(args, session);
    const refuseAll = (key: string, params: Answer['params'] = {}, rule?: string) => ({
      answers: input.marks.map(({ id }) => answer(id, 'refused', { key, params, ...(rule ? { rule } : {}) })),
      now,
    });
    const [ci7] = judgeSeats(session.id, {
      on: session.day,
      chief: seat?.role === 'chief' ? personId : null,
      marking: [personId],
      appeal: [],
    });
    if (ci7) return refuseAll(ci7.messageKey, ci7.params, ci7.code);
    if (seat?.role !== 'line') return refuseAll('exams:error.notMarking');
    if (session.source !== 'here') return refuseAll('exams:error.otherSource');
    const { rows: people } = await sql<{
      id: string;
      present: boolean | null;
      signed: boolean;
    }>`select e.id, e.present,
        exists (select 1 from exams.place_sign p where p.examinee_id = e.id and p.person_id = ${personId}) as signed
      from exams.examinee e where e.session_id = ${session.id}`.execute(tx);
    const ground: Ground = {
      session,
      aspects: new Map((await aspectsOf(tx, session.kitId)).map((one) => [one.id, one])),
      present: new Map(people.map(({ id, present }) => [id, present])),
      signed: new Set(people.flatMap(({ id, signed }) => (signed ? [id] : []))),
    };
    const answers: Answer[] = [];
    const records: Record<string, string> = {};
    for (const mark of [...input.marks].sort((a, b) => a.sequence - b.sequence)) {
      const { rows: there } =
        await sql`select 1 from exams.mark where id = ${mark.id} and person_id = ${personId}`.execute(tx);
      const refused = there.length > 0 ? null : refusalOf(mark, ground);
      if (refused) {
        answers.push(refused);
        continue;
      }
      const stored = await store(args, session, personId, mark);
      answers.push(stored.answer);
      if (stored.hash) records[mark.id] = stored.hash;
    }
    if (Object.keys(records).length > 0)
      args.change({
        subject: { kind: 'exams.marks', id: session.id, organisationId: session.organisationId, personId },
        after: { records },
      });
    return { answers, now };
  },
});
