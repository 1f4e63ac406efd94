import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { putResult } from '../results/put-result.ts';
import { admit } from '../sessions/admit-students.ts';
import { loadSession } from '../sessions/load-session.ts';
import { seatExpert } from '../sessions/seat-expert.ts';
import type { Kind } from './kinds.ts';
import type { Matched } from './match-rows.ts';

interface Stored {
  kind: Kind;
  sessionId: string;
  content: { matched: Matched[]; sound: boolean };
  appliedAt: string | null;
}

/** One protocol has one set of columns: everybody by criterion, by module, or by total. */
async function refuseMixed(tx: Tx, sessionId: string): Promise<void> {
  const { rows } = await sql<{ kinds: number }>`
    select count(distinct codes) as kinds from (
      select distinct on (examinee_id) (select string_agg(c ->> 'code', ',' order by c ->> 'code')
        from jsonb_array_elements(criteria) c) as codes
      from exams.result where session_id = ${sessionId} order by examinee_id, made_at desc, id desc) last`.execute(
    tx,
  );
  if ((rows[0]?.kinds ?? 0) > 1) throw refuse('exams:error.mixedParts', {}, { status: 409 });
}

/** The same guards as by hand: admission, rights and conflicts of experts; results only of an exam that is running. */
export const applyFederalFile = useCase(contract.applyFederalFile, {
  right: 'exams.federal.exchange',
  async run(args) {
    const { input, tx, now } = args;
    const { rows } =
      await sql<Stored>`select kind, session_id as "sessionId", content, applied_at as "appliedAt" from exams.federal_file
      where id = ${input.fileId} for update`.execute(tx);
    const file = found(rows[0]);
    if (file.appliedAt) throw refuse('exams:error.fileApplied', {}, { status: 409 });
    if (!file.content.sound) throw refuse('exams:error.fileHasFaults', {}, { status: 409 });
    const session = await loadSession(tx, file.sessionId, { lock: true });
    const { matched } = file.content;
    if (file.kind === 'groups') {
      if (session.state !== 'planned')
        throw refuse(
          'exams:error.onlyPlanned',
          { state: `exams:state.session.${session.state}` },
          { status: 409 },
        );
      await admit(
        args,
        session,
        matched.map(({ id }) => id),
      );
      for (const { id, row } of matched)
        await sql`update exams.examinee set federal_key = ${row.key} where session_id = ${session.id} and student_id = ${id}`.execute(
          tx,
        );
    } else if (file.kind === 'experts')
      for (const { id, row } of matched)
        await seatExpert(args, session, { personId: id, role: row.seat ?? 'line', ofEmployers: false });
    else {
      if (session.source !== 'federal') throw refuse('exams:error.otherSource', {}, { status: 409 });
      if (session.state !== 'running')
        throw refuse('exams:error.notRunning', { code: session.code }, { status: 409 });
      for (const { id, row } of matched)
        await putResult(args, session, {
          examineeId: id,
          max: session.max,
          source: 'federal',
          criteria: row.parts ?? [
            { code: '1', title: session.kitCode, points: row.points ?? 0, max: session.max },
          ],
        });
      await refuseMixed(tx, session.id);
    }
    await sql`update exams.federal_file set applied_at = ${now} where id = ${input.fileId}`.execute(tx);
    args.change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { federalFile: input.fileId, kind: file.kind, rows: matched.length },
    });
    return { id: session.id, taken: matched.length };
  },
});
