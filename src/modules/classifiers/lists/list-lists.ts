import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  code: string;
  title: string;
  source: string;
  licence: string;
  asOf: string;
  isComplete: boolean;
  toCheck: string | null;
  listed: number;
  added: number;
  unknown: number;
}

export const listLists = useCase(contract.listLists, {
  right: 'classifiers.list.read',
  async run({ tx, today }) {
    const open = await settingOn<string[]>(tx, 'classifiers.openLists', today);
    const { rows } = await sql<Row>`select l.code, l.title, l.source, l.licence, l.as_of as "asOf",
        l.is_complete as "isComplete", l.to_check as "toCheck",
        count(i.code) filter (where i.status = 'listed')::int as listed,
        count(i.code) filter (where i.status = 'added')::int as added,
        count(i.code) filter (where i.status = 'unknown')::int as unknown
      from classifiers.list l left join classifiers.item i on i.list = l.code
      group by l.code order by l.title`.execute(tx);
    return { rows: rows.map((row) => ({ ...row, open: open.includes(row.code) })) };
  },
  can: ({ may }) => ({ upload: may('classifiers.list.upload'), unknown: may('classifiers.unknown.read') }),
});
