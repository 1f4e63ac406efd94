import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { draw, seedFrom } from '../../../engines/lottery/index.ts';
import { canonical } from '../../../platform/history/index.ts';
import { found, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { examineesOf, loadSession, type Session, visibleSession } from '../sessions/load-session.ts';

/** The own domain of the draws of exams: no two draws share tickets. */
export const drawLabel = (code: string) => `rostok-exam/1/${code}`;

interface Place {
  examinee: string;
  workplace: number;
  ticket: string | null;
}

/** Who sits where, from the seed alone: examinees in the order of their tickets, workplaces in the order of their numbers. */
export function drawPlaces(
  seed: Uint8Array,
  code: string,
  examinees: readonly string[],
  numbers: readonly number[],
): Place[] {
  const places = [...numbers].sort((a, b) => a - b);
  return draw(seed, drawLabel(code), examinees).map(({ pseudonym, ticket, position }) => {
    const workplace = places[position - 1];
    if (workplace === undefined) throw new RangeError('fewer workplaces than examinees');
    return { examinee: pseudonym, workplace, ticket };
  });
}

export async function numbersOf(tx: RunArgs<unknown>['tx'], sessionId: string): Promise<number[]> {
  const { rows } = await sql<{
    number: number;
  }>`select number from exams.workplace_day where session_id = ${sessionId}
    order by number`.execute(tx);
  return rows.map(({ number }) => number);
}

/** Writes the order of workplaces and its hash; a draw that was held stays. */
export async function storeDraw(
  args: Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'change'>,
  session: Session,
  drawn: {
    method: 'lottery' | 'hand';
    places: readonly Place[];
    beacon: string | null;
    witnesses: string | null;
  },
): Promise<string> {
  const { tx, actor, now } = args;
  const { method, beacon, witnesses } = drawn;
  const places = [...drawn.places].sort((a, b) => a.workplace - b.workplace);
  const hash = createHash('sha256')
    .update(canonical({ session: session.code, method, beacon, places }))
    .digest('hex');
  await sql`update exams.draw set method = ${method}, beacon = ${beacon}, witnesses = ${witnesses},
      result = ${JSON.stringify(places)}::jsonb, drawn_at = ${now}, drawn_by = ${actor.personId}, hash = ${hash}
    where session_id = ${session.id}`.execute(tx);
  await sql`update exams.examinee set workplace = null where session_id = ${session.id}`.execute(tx);
  for (const { examinee, workplace } of places)
    await sql`update exams.examinee set workplace = ${workplace} where id = ${examinee}`.execute(tx);
  args.change({
    subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
    after: { draw: method, hash, places: places.length },
  });
  return hash;
}

/** An exam whose workplaces are about to be drawn: confirmed, and not drawn for these people yet. */
export async function openDraw(tx: RunArgs<unknown>['tx'], session: Session) {
  if (session.state !== 'confirmed') throw refuse('exams:error.drawWhenConfirmed', {}, { status: 409 });
  const { rows } = await sql<{
    seed: string;
    drawnAt: string | null;
  }>`select seed, drawn_at as "drawnAt" from exams.draw
    where session_id = ${session.id} for update`.execute(tx);
  const sealed = found(rows[0]);
  const people = await examineesOf(tx, session.id);
  if (people.length === 0) throw refuse('exams:error.nobodyToDraw', {}, { status: 409 });
  // drawn once: a second try until somebody likes it is what a lottery is there to prevent
  if (sealed.drawnAt && people.every(({ workplace }) => workplace !== null))
    throw refuse('exams:error.alreadyDrawn', { at: sealed.drawnAt }, { status: 409 });
  return { seed: sealed.seed, people };
}

export const drawWorkplaces = useCase(contract.drawWorkplaces, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['chief']);
    const { seed, people } = await openDraw(tx, session);
    const beacon = input.beacon || null;
    const bytes = Buffer.from(seed, 'hex');
    const joined = beacon ? Buffer.from(seedFrom(bytes, Buffer.from(beacon, 'utf8'))) : bytes;
    const places = drawPlaces(
      joined,
      session.code,
      people.map(({ id }) => id),
      await numbersOf(tx, session.id),
    );
    const hash = await storeDraw(args, session, {
      method: 'lottery',
      places,
      beacon,
      witnesses: input.witnesses || null,
    });
    return {
      id: session.id,
      seed,
      hash,
      places: places.map(({ examinee, workplace }) => ({ examineeId: examinee, workplace })),
    };
  },
});
