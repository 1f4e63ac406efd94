import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** The platform whose signed minutes hold the decision. */
async function platformOf(tx: Tx, decisionId: string): Promise<string> {
  const { rows } = await sql<{ bodyId: string }>`select d.body_id as "bodyId" from bodies.decision_v d
    join bodies.body_v b on b.id = d.body_id
    where d.id = ${decisionId} and b.kind = 'platform' and d.meeting_state = 'signed'`.execute(tx);
  const [row] = rows;
  if (row) return row.bodyId;
  const key = 'practice:form.error.noDecision';
  throw refuse(key, {}, { fields: [{ path: 'decisionId', key }] });
}

/** Adds an entry or changes its card; the days of an entry in plans may not leave those plans behind. */
export const saveForm = useCase(contract.saveForm, {
  right: 'practice.form.edit',
  async run({ input, tx, newId, change }) {
    const { id: oldId, rev, ...form } = input;
    const id = oldId ?? newId();
    const bodyId = form.decisionId ? await platformOf(tx, form.decisionId) : null;
    if (oldId) {
      const { rows } = await sql<{ rev: number; to: string | null }>`select rev, upper(valid) - 1 as "to"
        from practice.form where id = ${oldId} for update`.execute(tx);
      const before = found(rows[0]);
      if (before.rev !== rev) throw stale();
      if (before.to !== null && before.to < form.from)
        throw refuse(
          'practice:form.error.endsBefore',
          { to: before.to },
          { fields: [{ path: 'from', key: 'practice:form.error.endsBefore', params: { to: before.to } }] },
        );
      const early = await sql<{ n: number }>`select count(*)::int as n from practice.plan p
        where p.form_id = ${oldId} and p.state <> 'cancelled' and lower(p.period) < ${form.from}::date`.execute(
        tx,
      );
      const count = early.rows[0]?.n ?? 0;
      if (count > 0)
        throw refuse(
          'practice:form.error.inPlans',
          { count },
          { fields: [{ path: 'from', key: 'practice:form.error.inPlans', params: { count } }], status: 409 },
        );
    }
    const twin = await sql<{ name: string }>`select name from practice.form where kind = ${form.kind}
      and lower(name) = lower(${form.name}) and id <> ${id} and valid && daterange(${form.from}::date,
        (select upper(valid) from practice.form where id = ${id})) limit 1`.execute(tx);
    if (twin.rows.length > 0)
      throw refuse(
        'practice:form.error.twin',
        { name: form.name },
        {
          fields: [{ path: 'name', key: 'practice:form.error.twin', params: { name: form.name } }],
          status: 409,
        },
      );
    const kinds = sql`array(select jsonb_array_elements_text(${JSON.stringify([...new Set(form.kinds)])}::jsonb))`;
    if (oldId)
      await sql`update practice.form set kind = ${form.kind}, name = ${form.name}, about = ${form.about}, kinds = ${kinds},
        source = ${form.source}, body_id = ${bodyId}, decision_id = ${form.decisionId},
        valid = daterange(${form.from}::date, upper(valid)), rev = rev + 1 where id = ${id}`.execute(tx);
    else
      await sql`insert into practice.form (id, kind, name, about, kinds, source, body_id, decision_id, valid)
        values (${id}, ${form.kind}, ${form.name}, ${form.about}, ${kinds}, ${form.source}, ${bodyId}, ${form.decisionId},
          daterange(${form.from}::date, null))`.execute(tx);
    change({ subject: { kind: 'practice.form', id }, after: form });
    return { id };
  },
});
