import { sql } from 'kysely';
import { settingsOn } from '../rules/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { allDuties, isPeriod } from './define-duty.ts';

interface Row {
  duty: string;
  at: string;
  before: string | null;
  erased: number;
  fault: string | null;
  in_year: number;
}

const titleKey = (id: string) => `${id.slice(0, id.indexOf('.'))}:duty.${id.slice(id.indexOf('.') + 1)}`;

export const listDuties = useCase(contract.listDuties, {
  right: 'retention.duty.read',
  async run({ tx, today }) {
    const duties = allDuties();
    const keys = duties.map((one) => one.after).filter((after) => !isPeriod(after));
    const periods = await settingsOn(tx, keys, today);
    const { rows } = await sql<Row>`select distinct on (duty) duty, at, before, erased, fault,
        (select coalesce(sum(y.erased), 0)::int from platform.retention_run y
          where y.duty = r.duty and y.at >= ${today}::date - interval '1 year') as in_year
      from platform.retention_run r order by duty, at desc`.execute(tx);
    const last = new Map(rows.map((row) => [row.duty, row]));
    return {
      rows: duties.map(({ duty, after, basis }) => {
        const run = last.get(duty);
        return {
          id: duty,
          titleKey: titleKey(duty),
          after: isPeriod(after) ? after : String(periods[after]),
          basis,
          last: run ? { at: run.at, before: run.before, erased: run.erased, fault: run.fault } : null,
          erasedInYear: run?.in_year ?? 0,
        };
      }),
    };
  },
});
