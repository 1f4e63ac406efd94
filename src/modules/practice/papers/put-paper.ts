import { sql } from 'kysely';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import type { LoadedPlan } from '../plans/load-plan.ts';
import { lockJournal, takeNumber } from './journals.ts';
import { fingerprintOf } from './make-archive.ts';
import type { REGISTERED } from './paper-contract.ts';
import { readSet } from './read-set.ts';

interface Asked {
  plan: LoadedPlan;
  organisationId: string;
  hostId: string | null;
  forHost: boolean;
  kind: (typeof REGISTERED)[number];
  number: string | null;
  on: string;
}
type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'change'>;

/** Registers a paper with what it says today: number, day, content and its hash stay as they are. */
export async function putPaper(
  { tx, actor, now, today, newId, change }: Args,
  { plan, organisationId, hostId, forHost, kind, number: given, on }: Asked,
): Promise<{ id: string; number: string; students: number }> {
  const faults = (path: string, key: string, params = {}) =>
    refuse(key, params, { fields: [{ path, key, params }] });
  if (on > today) throw faults('on', 'practice:error.notYet');
  // a number written by hand is looked up among the others, so nobody else may be numbering meanwhile
  await lockJournal(tx, { organisationId, kind, on });
  const number = given ?? (await takeNumber(tx, { organisationId, kind, on }));
  const taken =
    await sql`select 1 from practice.paper where organisation_id = ${organisationId} and kind = ${kind}
    and number = ${number} and date_part('year', on_day) = ${Number(on.slice(0, 4))}`.execute(tx);
  if (taken.rows.length > 0) throw faults('number', 'practice:papers.error.numberTaken', { number });
  const read = await readSet(tx, { plan, hostId, today, forHost });
  if (kind === 'gradeSheet') {
    const bare = read.students.filter(({ grade }) => grade === null).length;
    if (bare > 0) throw refuse('practice:papers.error.notGraded', { count: bare }, { status: 409 });
  }
  const set = {
    ...read,
    ...(kind === 'order' ? { order: { number, on } } : {}),
    ...(kind === 'gradeSheet' ? { gradeSheet: { number, on } } : {}),
    ...(kind === 'hostOrder' ? { hostOrder: { number, on } } : {}),
  };
  const id = newId();
  await sql`insert into practice.paper (id, organisation_id, plan_id, host_id, kind, number, on_day, content, hash, made_by, made_at, is_demo)
    values (${id}, ${organisationId}, ${plan.id}, ${hostId}, ${kind}, ${number}, ${on}, ${JSON.stringify(set)}::jsonb,
      ${fingerprintOf(set)}, ${actor.personId}, ${now}, ${plan.isDemo})`.execute(tx);
  if (kind === 'order')
    await sql`update practice.plan set order_number = ${number}, order_on = ${on}, rev = rev + 1 where id = ${plan.id}`.execute(
      tx,
    );
  change({
    subject: { kind: 'practice.paper', id, organisationId },
    after: { kind, number, on, students: set.students.length },
  });
  return { id, number, students: set.students.length };
}
