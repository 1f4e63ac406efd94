import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  fromList: string;
  fromTitle: string;
  toList: string;
  toTitle: string;
  edges: number;
}

export const listCrosswalks = useCase(contract.listCrosswalks, {
  right: 'classifiers.list.read',
  async run({ tx, today }) {
    const { rows } =
      await sql<Row>`select e.from_list as "fromList", coalesce(f.title, e.from_list) as "fromTitle",
        e.to_list as "toList", coalesce(t.title, e.to_list) as "toTitle",
        count(*) filter (where e.valid @> ${today}::date)::int as edges
      from classifiers.edge e left join classifiers.list f on f.code = e.from_list
      left join classifiers.list t on t.code = e.to_list
      group by e.from_list, f.title, e.to_list, t.title order by edges desc, e.from_list, e.to_list`.execute(
        tx,
      );
    return { rows };
  },
});
