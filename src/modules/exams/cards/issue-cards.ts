import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { recordHash } from '../results/records.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import type { CardContent } from './card-contract.ts';
import { ensureSigningKey } from './signing-key.ts';

interface Ready {
  examineeId: string;
  gradeId: string;
  grade: number;
  ground: string;
  fullName: string;
  points: number | null;
  max: number | null;
  criteria: CardContent['criteria'];
  protocol: string | null;
  protocolHash: string | null;
  demo: boolean;
  carded: boolean;
}

/** A card for everybody with a standing grade; after a changed grade a new card, the old one says it was replaced. */
export const issueCards = useCase(contract.issueCards, {
  right: 'exams.card.issue',
  async run({ input, tx, actor, scope, today, now, newId, change }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (session.state !== 'graded' && session.state !== 'closed')
      throw refuse('exams:error.notGraded', { code: session.code }, { status: 409 });
    const { rows } =
      await sql<Ready>`select e.id as "examineeId", w.id as "gradeId", w.grade, g.ground, p.full_name as "fullName",
        r.points, r.max, coalesce(r.criteria, '[]'::jsonb) as criteria, q.number as protocol, q.hash as "protocolHash", s.is_demo as demo,
        exists (select 1 from exams.card c where c.grade_id = w.id) as carded
      from exams.examinee e join exams.session s on s.id = e.session_id join exams.grade_v w on w.examinee_id = e.id
      join exams.grade g on g.id = w.id join registry.person_v p on p.id = e.person_id
      left join exams.result r on r.id = g.result_id
      left join lateral (select number, hash from exams.protocol where session_id = s.id order by version desc limit 1) q on true
      where e.session_id = ${session.id} and not w.annulled order by e.id`.execute(tx);
    await ensureSigningKey(tx, now, newId);
    const year = session.day.slice(0, 4);
    await sql`select pg_advisory_xact_lock(hashtext(${`exams.card.${year}`}))`.execute(tx);
    const { rows: last } = await sql<{
      n: number;
    }>`select coalesce(max(split_part(number, '-', 3)::int), 0)::int as n from exams.card
      where number like ${`КР-${year}-%`}`.execute(tx);
    let n = last[0]?.n ?? 0;
    const fresh = rows.filter(({ carded }) => !carded);
    for (const { examineeId, gradeId, carded: _carded, ...known } of fresh) {
      n += 1;
      const number = `КР-${year}-${String(n).padStart(6, '0')}`;
      const content: CardContent = {
        ...known,
        number,
        programmeCode: session.programmeCode,
        programmeName: session.programmeName,
        level: session.level,
        kit: session.kitCode,
        college: session.college,
        centre: session.centre,
        exam: session.code,
        day: session.day,
      };
      const hash = recordHash(content);
      const id = newId();
      await sql`insert into exams.card (id, examinee_id, grade_id, number, token, content, hash, issued_on, issued_by)
        values (${id}, ${examineeId}, ${gradeId}, ${number}, ${randomBytes(18).toString('base64url')}, ${JSON.stringify(content)}::jsonb,
          ${hash}, ${today}, ${actor.personId})`.execute(tx);
      change({
        subject: { kind: 'exams.card', id, organisationId: session.organisationId },
        after: { records: { [id]: hash }, number },
      });
    }
    return { id: session.id, issued: fresh.length, there: rows.length - fresh.length };
  },
});
