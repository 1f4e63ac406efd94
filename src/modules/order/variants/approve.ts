import { sql } from 'kysely';
import { requireOther, versionHash } from '../../../platform/signing/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { stopAsking } from '../answers/ask-colleges.ts';
import { contract } from '../contract.ts';
import { approveOrderTask } from './approve-order.task.ts';

interface Row {
  state: string;
  rev: number;
  decision_year: number;
  prepared_by: string | null;
  prepared_name: string | null;
  fingerprint: string;
}

interface Line {
  programme_id: string;
  intake_year: number;
  seats: number;
}

/**
 * Approves the order by another person than its preparer. From then on it is immutable and hashed: its seats become
 * the seat lines that enrolments name, and an earlier order of the same year is superseded.
 */
export const approve = useCase(contract.approve, {
  right: 'order.variant.approve',
  async run({ input, tx, actor, now, change, emit }) {
    const { rows } =
      await sql<Row>`select v.state, v.rev, v.decision_year, v.prepared_by, v.certificate ->> 'fingerprint' as fingerprint,
        (select p.short_name from registry.person_v p where p.id = v.prepared_by) as prepared_name
      from training_order.variant v where v.id = ${input.id} for update`.execute(tx);
    const variant = found(rows[0]);
    if (variant.rev !== input.rev) throw stale();
    if (variant.state === 'approved') throw refuse('order:error.approvedIsFixed', {}, { status: 409 });
    if (variant.state !== 'proposed') throw refuse('order:error.openDecision', {}, { status: 409 });
    requireOther(
      variant.prepared_by ? { personId: variant.prepared_by, name: variant.prepared_name ?? '' } : null,
      actor,
    );

    const lines = await sql<Line>`select programme_id, intake_year, seats from training_order.seat_line
      where variant_id = ${input.id} and intake_year = ${variant.decision_year} order by programme_id`.execute(
      tx,
    );
    const documentHash = versionHash({
      lines: lines.rows,
      number: input.number,
      on: input.on,
      certificate: variant.fingerprint,
    });
    await sql`update training_order.variant set state = 'superseded', rev = rev + 1
      where decision_year = ${variant.decision_year} and state = 'approved'`.execute(tx);
    await sql`update training_order.variant set state = 'approved', rev = rev + 1, approved_by = ${actor.personId},
      approved_at = ${now}, document_number = ${input.number}, document_hash = ${documentHash} where id = ${input.id}`.execute(
      tx,
    );
    await stopAsking(tx, input.id, now);
    await closeTask(
      tx,
      approveOrderTask,
      { kind: 'order.variant', id: input.id },
      { now, doneBy: actor.personId },
    );
    change({
      subject: { kind: 'order.variant', id: input.id },
      before: { state: 'proposed' },
      after: { state: 'approved', number: input.number, on: input.on, documentHash },
    });
    emit('order.variant.approved', { id: input.id, decisionYear: variant.decision_year });
    return { id: input.id, documentHash };
  },
});
