import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Nothing is deleted: plans that went by an entry keep it. With `lastDay` null an entry comes back into use. */
export const retireForm = useCase(contract.retireForm, {
  right: 'practice.form.edit',
  async run({ input: { id, rev, lastDay, why }, tx, change }) {
    const { rows } = await sql<{
      rev: number;
      kind: string;
      name: string;
      from: string;
    }>`select rev, kind, name, lower(valid) as "from" from practice.form where id = ${id} for update`.execute(
      tx,
    );
    const before = found(rows[0]);
    if (before.rev !== rev) throw stale();
    const no = (key: string, path: string, params: Record<string, unknown> = {}) =>
      refuse(key, params, { fields: [{ path, key, params }] });
    if (lastDay !== null && lastDay < before.from)
      throw no('practice:form.error.lastBeforeFirst', 'lastDay', { from: before.from });
    if (lastDay !== null && why === '') throw no('practice:form.error.why', 'why');
    const twin =
      await sql`select 1 from practice.form where kind = ${before.kind} and lower(name) = lower(${before.name})
      and id <> ${id} and valid && daterange(${before.from}::date, ${lastDay}::date, '[]') limit 1`.execute(
        tx,
      );
    if (twin.rows.length > 0) throw no('practice:form.error.twin', 'lastDay', { name: before.name });
    await sql`update practice.form set valid = daterange(${before.from}::date, ${lastDay}::date, '[]'),
      retired_why = ${lastDay === null ? null : why}, rev = rev + 1 where id = ${id}`.execute(tx);
    change({ subject: { kind: 'practice.form', id }, after: { lastDay, why } });
    return { id, rev: rev + 1 };
  },
});
