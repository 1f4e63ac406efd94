import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockProgramme } from '../programmes/lock-programme.ts';
import { putSeatLine } from './put-seat-line.ts';

export const saveSeatLine = useCase(contract.saveSeatLine, {
  right: 'programmes.admission.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { id, rev, ...line } = input;
    const { organisationId, closedOn } = await lockProgramme(tx, line.programmeId, scope, actor);
    const fault = (path: string, key: string, params = {}) =>
      refuse(key, params, { fields: [{ path, key, params }] });
    if (line.seats > 0 && closedOn && `${line.intakeYear}-09-01` >= closedOn)
      throw fault('intakeYear', 'programmes:error.programmeClosed');
    const { rows } = await sql<{ id: string; rev: number; taken: number }>`select l.*,
        (select count(*)::int from programmes.student s where s.seat_line_id = l.id and s.status in ('studying', 'leave')) as taken
      from programmes.seat_line l where l.programme_id = ${line.programmeId} and l.intake_year = ${line.intakeYear}
        and l.funding = ${line.funding} for update of l`.execute(tx);
    const before = rows[0];
    if (id && found(before).id !== id) throw stale();
    if (!id && before) throw fault('funding', 'programmes:error.seatLineTwice');
    if (before && rev !== undefined && before.rev !== rev) throw stale();
    if (before && line.seats < before.taken)
      throw fault('seats', 'programmes:error.seatsTaken', { count: before.taken });
    const saved = await putSeatLine(tx, { ...line, newId });
    change({ subject: { kind: 'programmes.seatLine', id: saved, organisationId }, before, after: line });
    emit('programmes.seatLine.saved', {
      id: saved,
      programmeId: line.programmeId,
      intakeYear: line.intakeYear,
    });
    return { id: saved };
  },
});
