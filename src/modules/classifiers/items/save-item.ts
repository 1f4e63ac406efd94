import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { sortKey } from '../../../platform/i18n/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Stored {
  code: string;
  name: string;
  status: 'listed' | 'added' | 'unknown';
}

const at = (path: string, key: string, params: Record<string, unknown> = {}) =>
  refuse(key, params, { fields: [{ path, key, params }] });

/** The next free code of the region's own: `own-1`, `own-2`, … */
async function nextCode(tx: Tx, list: string): Promise<string> {
  const { rows } = await sql<{
    n: number;
  }>`select coalesce(max(substring(code from '^own-(\\d+)$')::int), 0) + 1 as n
    from classifiers.item where list = ${list}`.execute(tx);
  return `own-${rows[0]?.n ?? 1}`;
}

/**
 * Adds an item to an open list (forms and directions of training grow without a programmer), renames an added one,
 * or names a code that was only met in data. What an official list says is changed by loading that list.
 */
export const saveItem = useCase(contract.saveItem, {
  right: 'classifiers.item.edit',
  async run({ input, tx, today, change, emit }) {
    const { list, name, parent, axis } = input;
    const known = await sql<{
      source: string;
    }>`select source from classifiers.list where code = ${list} for update`.execute(tx);
    found(known.rows[0]);
    const code = input.code ?? (await nextCode(tx, list));
    const { rows } = await sql<Stored>`select code, name, status from classifiers.item
      where list = ${list} and code = ${code} for update`.execute(tx);
    const before = rows[0];
    const open = (await settingOn<string[]>(tx, 'classifiers.openLists', today)).includes(list);
    if (before?.status === 'listed') throw at('code', 'classifiers:error.listedByAct', { code });
    if (!before && !open) throw refuse('classifiers:error.closedList', {}, { status: 403 });
    if (parent === code) throw at('parent', 'classifiers:error.ownParent');
    if (parent) {
      const above =
        await sql`select 1 from classifiers.item where list = ${list} and code = ${parent}`.execute(tx);
      if (above.rows.length === 0) throw at('parent', 'classifiers:error.unknownParent', { parent });
    }
    const attributes = JSON.stringify(axis ? { axis } : {});
    await sql`insert into classifiers.item (list, code, name, sort_key, parent, status, valid, attributes, source)
      values (${list}, ${code}, ${name}, ${sortKey(name)}, ${parent}, 'added', daterange(${today}::date, null),
        ${attributes}::jsonb, ${input.source ?? 'region'})
      on conflict (list, code) do update set name = excluded.name, sort_key = excluded.sort_key, parent = excluded.parent,
        status = 'added', attributes = classifiers.item.attributes || excluded.attributes, source = excluded.source`.execute(
      tx,
    );
    change({
      subject: { kind: 'classifiers.item', id: `${list}/${code}` },
      before: before && { name: before.name, status: before.status },
      after: { name, parent, axis },
    });
    emit('classifiers.item.saved', { list, code });
    return { code };
  },
});
