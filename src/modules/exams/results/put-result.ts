import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import type { Session } from '../sessions/load-session.ts';
import { recordHash } from './records.ts';

export interface CriterionPoints {
  code: string;
  title: string;
  points: number;
  max: number;
}
export interface NewResult {
  examineeId: string;
  criteria: CriterionPoints[];
  max: number;
  source: 'here' | 'federal' | 'paper' | 'correction';
  ground?: string;
  appealId?: string | null;
  replaces?: string | null;
}
type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change'>;

/** Points of one examinee, appended with their hash; gives the id. */
export async function putResult(
  args: Args,
  session: Pick<Session, 'id' | 'organisationId'>,
  result: NewResult,
): Promise<string> {
  const { tx, actor, now, newId } = args;
  const { examineeId, criteria, max, source, ground = null, appealId = null, replaces = null } = result;
  const id = newId();
  const points = criteria.reduce((sum, one) => sum + one.points, 0);
  const hash = recordHash(resultContent({ id, examineeId, points, max, criteria, source, ground, replaces }));
  await sql`insert into exams.result (id, session_id, examinee_id, points, max, criteria, source, ground, appeal_id, replaces,
      made_by, made_at, hash)
    values (${id}, ${session.id}, ${examineeId}, ${points}, ${max}, ${JSON.stringify(criteria)}::jsonb, ${source}, ${ground},
      ${appealId}, ${replaces}, ${actor.personId}, ${now}, ${hash})`.execute(tx);
  args.change({
    subject: { kind: 'exams.result', id, organisationId: session.organisationId },
    after: { records: { [id]: hash }, points, max, source },
  });
  return id;
}

/** What a result's hash covers. */
export const resultContent = (row: {
  id: string;
  examineeId: string;
  points: number;
  max: number;
  criteria: unknown;
  source: string;
  ground: string | null;
  replaces: string | null;
}) => {
  const { id, examineeId, points, max, criteria, source, ground, replaces } = row;
  return { id, examineeId, points, max, criteria, source, ground, replaces };
};
