import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  rev: number;
  organisation_id: string;
  closed_on: string | null;
  later: number | null;
}

/** Closes for admission; a year with seats already given comes after it only when those seats are taken off first. */
export const closeProgramme = useCase(contract.closeProgramme, {
  right: 'programmes.programme.edit',
  async run({ input, tx, actor, scope, change, emit }) {
    const { rows } = await sql<Row>`select p.rev, p.organisation_id, p.closed_on,
        (select min(s.intake_year) from programmes.seat_line s where s.programme_id = p.id and s.seats > 0
          and make_date(s.intake_year, 9, 1) >= ${input.on}::date) as later
      from programmes.programme p
      where p.id = ${input.id} and ${within(scope, actor, { organisation: 'p.organisation_id' })} for update`.execute(
      tx,
    );
    const row = found(rows[0]);
    if (row.rev !== input.rev) throw stale();
    if (row.closed_on) throw refuse('programmes:error.alreadyClosed', { on: row.closed_on }, { status: 409 });
    if (row.later !== null)
      throw refuse(
        'programmes:error.seatsAfterClosing',
        { year: row.later },
        { fields: [{ path: 'on', key: 'programmes:error.seatsAfterClosing', params: { year: row.later } }] },
      );
    await sql`update programmes.programme set closed_on = ${input.on}, rev = rev + 1 where id = ${input.id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'programmes.programme', id: input.id, organisationId: row.organisation_id },
      after: { closedOn: input.on },
    });
    emit('programmes.programme.closed', { id: input.id, on: input.on });
    return { id: input.id };
  },
});
