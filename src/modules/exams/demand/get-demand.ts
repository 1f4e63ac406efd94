import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { namedDemand, type Summary } from '../staffing/read-summary.ts';

interface Row {
  id: string;
  from: string;
  to: string;
  madeAt: string;
  summary: Summary;
}

/** From the calculation made last: the counts are exact and were verified, and one may walk to its seats. */
export const getDemand = useCase(contract.getDemand, {
  right: 'exams.staffing.read',
  async run({ tx }) {
    const { rows } =
      await sql<Row>`select id, lower(days) as "from", upper(days) - 1 as "to", made_at as "madeAt", summary
      from exams.staffing where summary is not null and state <> 'dropped' order by made_at desc, id desc limit 1`.execute(
        tx,
      );
    const last = rows[0];
    if (!last) return { staffing: null, demand: null };
    const { summary, ...staffing } = last;
    return { staffing, demand: await namedDemand(tx, summary) };
  },
  can: ({ may }) => ({ lead: may('exams.staffing.lead') }),
});
