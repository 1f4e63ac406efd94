import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** The expert tells of own days; the operator writes down a call from a sick one. Later words win on their days. */
export const noteAbsence = useCase(contract.noteAbsence, {
  right: 'specialists.ownExpert.write',
  async run({ input, tx, actor, today, newId, change, emit, may }) {
    const { expertId, kind, from, to } = input;
    if (to < from)
      throw refuse(
        'specialists:error.endsBeforeStart',
        {},
        { fields: [{ path: 'to', key: 'specialists:error.endsBeforeStart' }] },
      );
    const others = may('specialists.expert.edit');
    const { rows } = await sql<{ id: string; personId: string }>`select id, person_id as "personId"
      from specialists.expert where case when ${others && expertId !== undefined}::boolean then id = ${expertId ?? null}::uuid
        else person_id = ${actor.personId} end for update`.execute(tx);
    const expert = found(rows[0]);
    const days = sql`daterange(${from}::date, ${to}::date, '[]')`;
    const cut = await sql<{ kind: string; from: string; to: string }>`with gone as (
        delete from specialists.expert_absence where expert_id = ${expert.id} and period && ${days} returning kind, period)
      select kind, lower(part) as "from", upper(part) - 1 as "to"
      from gone cross join lateral unnest(datemultirange(period) - datemultirange(${days})) part`.execute(tx);
    const id = newId();
    const put = (one: { kind: string; from: string; to: string }, key: string) =>
      sql`insert into specialists.expert_absence (id, expert_id, kind, period, noted_on)
        values (${key}, ${expert.id}, ${one.kind}, daterange(${one.from}::date, ${one.to}::date, '[]'), ${today})`.execute(
        tx,
      );
    for (const part of cut.rows) await put(part, newId());
    await put({ kind, from, to }, id);
    change({
      subject: { kind: 'specialists.expert', id: expert.id, personId: expert.personId },
      // illness is «нет», a reason of health is kept nowhere but on this row
      after: { from, to, away: kind !== 'free' },
    });
    emit('specialists.expert.changed', { id: expert.id, personId: expert.personId });
    return { id };
  },
});
