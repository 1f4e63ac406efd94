import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { noteListEvent } from '../lists/note-list-event.ts';

/**
 * Stores an uploaded list all or nothing. Known codes are renewed, unknown ones recognised, new ones added; with
 * `complete` the listed codes that the file lacks end on the day of the list. Nothing is erased.
 */
export const applyUpload = useCase(contract.applyUpload, {
  right: 'classifiers.list.upload',
  async run(args) {
    const { input, tx, change, emit } = args;
    const { list, rows, asOf } = input;
    const known = await sql<{
      as_of: string;
    }>`select as_of from classifiers.list where code = ${list} for update`.execute(tx);
    const before = found(known.rows[0]);
    if (asOf < before.as_of)
      throw refuse(
        'classifiers:error.olderList',
        { asOf, stored: before.as_of },
        {
          status: 409,
          fields: [
            { path: 'asOf', key: 'classifiers:error.olderList', params: { asOf, stored: before.as_of } },
          ],
        },
      );
    const seen = new Set<string>();
    const twice = rows.find(({ code }) => seen.size === seen.add(code).size);
    if (twice) throw refuse('classifiers:error.twice', { code: twice.code });
    const json = JSON.stringify(rows.map((row) => ({ ...row, sort_key: sortKey(row.name) })));
    const { rows: done } = await sql<{ added: number; changed: number; recognised: number }>`
      with given as (select distinct on (code) * from jsonb_to_recordset(${json}::jsonb)
          as r(code text, name text, parent text, "from" date, "to" date, sort_key text) order by code),
      old as (select i.code, i.status, i.name, i.parent, i.valid from classifiers.item i join given using (code) where i.list = ${list}),
      put as (insert into classifiers.item (list, code, name, sort_key, parent, status, valid, source)
        select ${list}, code, name, sort_key, parent, 'listed', daterange("from", "to", '[]'), ${input.source} from given
        on conflict (list, code) do update set name = excluded.name, sort_key = excluded.sort_key,
          parent = coalesce(excluded.parent, classifiers.item.parent), status = 'listed', source = excluded.source,
          valid = daterange(coalesce(lower(excluded.valid), lower(classifiers.item.valid)), upper(excluded.valid))
        returning code)
      select count(*) filter (where old.code is null)::int as added,
        count(*) filter (where old.status = 'unknown')::int as recognised,
        count(*) filter (where old.status <> 'unknown' and (old.name <> given.name
          or coalesce(given.parent, old.parent) is distinct from old.parent))::int as changed
      from put join given using (code) left join old using (code)`.execute(tx);
    const counts = found(done[0]);
    const ended = input.complete ? await endAbsent() : 0;
    await sql`update classifiers.list set source = ${input.source}, licence = ${input.licence}, as_of = ${asOf},
      is_complete = ${input.complete} where code = ${list}`.execute(tx);
    await noteListEvent(args, {
      list,
      kind: 'uploaded',
      note: input.source,
      counts: { added: counts.added + counts.recognised, changed: counts.changed, ended },
    });
    change({
      subject: { kind: 'classifiers.list', id: list },
      after: { source: input.source, asOf, ...counts, ended },
    });
    emit('classifiers.list.loaded', { list });
    return { ...counts, ended };

    async function endAbsent(): Promise<number> {
      const codes = JSON.stringify(rows.map(({ code }) => code));
      const { rows: gone } =
        await sql`update classifiers.item set valid = daterange(lower(valid), ${asOf}::date)
        where list = ${list} and status = 'listed' and upper_inf(valid) and (lower(valid) is null or lower(valid) < ${asOf}::date)
          and not (${codes}::jsonb ? code) returning code`.execute(tx);
      return gone.length;
    }
  },
});
