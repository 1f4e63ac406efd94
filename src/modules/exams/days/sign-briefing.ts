import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

/** Who has signed the list of the briefing on safety: examinees and experts alike. */
export const signBriefing = useCase(contract.signBriefing, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, now, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['technical', 'chief']);
    for (const [table, ids] of [
      ['exams.examinee', input.examineeIds],
      ['exams.session_expert', input.seatIds],
    ] as const)
      await sql`update ${sql.table(table)} set briefed_at = coalesce(briefed_at, ${now}) where session_id = ${session.id}
        and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`.execute(tx);
    const { rows } = await sql<{
      left: number;
    }>`select (select count(*) from exams.examinee where session_id = ${session.id}
        and briefed_at is null)::int + (select count(*) from exams.session_expert where session_id = ${session.id}
        and briefed_at is null and role <> 'witness' and state in ('invited', 'confirmed'))::int as left`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { briefed: [...input.examineeIds, ...input.seatIds] },
    });
    return { id: session.id, left: rows[0]?.left ?? 0 };
  },
});
