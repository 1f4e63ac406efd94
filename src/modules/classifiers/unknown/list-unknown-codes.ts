import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  list: string;
  listTitle: string;
  code: string;
  times: number;
  places: { place: string; times: number }[];
  lastOn: string;
  total: number;
}

/** Codes still unknown today; one that a list has brought since is no longer here. */
export const listUnknownCodes = useCase(contract.listUnknownCodes, {
  right: 'classifiers.unknown.read',
  async run({ input, tx }) {
    const { rows } = await sql<Row>`select u.list, l.title as "listTitle", u.code, sum(u.times)::int as times,
        jsonb_agg(jsonb_build_object('place', u.place, 'times', u.times) order by u.times desc, u.place) as places,
        max(u.last_on) as "lastOn", count(*) over ()::int as total
      from classifiers.unknown_code u
      join classifiers.item i on i.list = u.list and i.code = u.code and i.status = 'unknown'
      join classifiers.list l on l.code = u.list
      where (${input.list ?? null}::text is null or u.list = ${input.list ?? null})
      group by u.list, l.title, u.code order by sum(u.times) desc, u.list, u.code
      limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
});
