import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { type Bounds, gradeOf } from '../rules/grade-of.ts';
import type { Session } from '../sessions/load-session.ts';
import { recordHash } from './records.ts';

/** The table of grades of a session: of the college's programme of attestation, or the region's default. */
export async function boundsOf(tx: Tx, session: Pick<Session, 'attestationId' | 'day'>): Promise<Bounds> {
  const { rows } = await sql<{
    bounds: [number, number, number];
  }>`select to_jsonb(bounds) as bounds from exams.attestation
    where id = ${session.attestationId}`.execute(tx);
  return rows[0]?.bounds ?? (await settingOn<Bounds>(tx, 'exams.scheme', session.day));
}

export interface NewGrade {
  examineeId: string;
  resultId: string | null;
  points: number | null;
  max: number | null;
  ground: 'exam' | 'appeal' | 'championship';
  words?: string | null;
  replaces?: string | null;
}
export const gradeContent = (row: {
  id: string;
  examineeId: string;
  resultId: string | null;
  grade: number;
  bounds: readonly number[];
  ground: string;
  words: string | null;
  annulled: boolean;
  replaces: string | null;
  setOn: string;
}) => {
  const { id, examineeId, resultId, grade, bounds, ground, words, annulled, replaces, setOn } = row;
  return { id, examineeId, resultId, grade, bounds, ground, words, annulled, replaces, setOn };
};

/** A grade, appended with its hash; a later one stands in place of the one before. */
export async function putGrade(
  args: Pick<RunArgs<unknown>, 'tx' | 'actor' | 'today' | 'newId' | 'change'>,
  session: Pick<Session, 'id' | 'organisationId'>,
  bounds: Bounds,
  { examineeId, resultId, points, max, ground, words = null, replaces = null }: NewGrade,
): Promise<number> {
  const { tx, actor, today, newId } = args;
  const grade = ground === 'championship' ? 5 : gradeOf(points ?? 0, max ?? 1, bounds);
  const id = newId();
  const row = {
    id,
    examineeId,
    resultId,
    grade,
    bounds,
    ground,
    words,
    annulled: false,
    replaces,
    setOn: today,
  };
  const hash = recordHash(gradeContent(row));
  await sql`insert into exams.grade (id, examinee_id, session_id, result_id, grade, bounds, ground, words, replaces, set_by, set_on, hash)
    values (${id}, ${examineeId}, ${session.id}, ${resultId}, ${grade}, ${`{${bounds.join(',')}}`}::int[], ${ground}, ${words},
      ${replaces}, ${actor.personId}, ${today}, ${hash})`.execute(tx);
  args.change({
    subject: { kind: 'exams.grade', id, organisationId: session.organisationId },
    after: { records: { [id]: hash }, grade, ground },
  });
  return grade;
}
