import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Replaces the whole table of roads. A code nobody knows refuses the import: half a table would mislead. */
export const importRoadTable = useCase(contract.importRoadTable, {
  right: 'registry.road.import',
  async run({ input, tx, change }) {
    const places = await tx.selectFrom('registry.municipality').select(['id', 'code']).execute();
    const byCode = new Map(places.map(({ code, id }) => [code, id]));
    const unknown = [...new Set(input.rows.flatMap(({ from, to }) => [from, to]))].filter(
      (code) => !byCode.has(code),
    );
    if (unknown.length > 0)
      throw refuse(
        'registry:error.unknownPlaces',
        { codes: unknown.slice(0, 10).join(', ') },
        { data: { unknown } },
      );
    await sql`delete from registry.road`.execute(tx);
    await sql`insert into registry.road (from_id, to_id, km, source)
      select f.id, t.id, r.km, ${input.source}
      from jsonb_to_recordset(${JSON.stringify(input.rows)}::jsonb) as r("from" text, "to" text, km numeric)
      join registry.municipality f on f.code = r."from" join registry.municipality t on t.code = r."to"
      where f.id <> t.id on conflict (from_id, to_id) do update set km = least(excluded.km, registry.road.km)`.execute(
      tx,
    );
    change({
      subject: { kind: 'registry.road', id: 'all' },
      after: { source: input.source, rows: input.rows.length },
    });
    return { stored: input.rows.length, unknown: [] };
  },
});
