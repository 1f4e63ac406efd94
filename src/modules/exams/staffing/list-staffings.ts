import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { staffingHead } from './staffing-contract.ts';

type Row = z.input<typeof staffingHead>;

export const listStaffings = useCase(contract.listStaffings, {
  right: 'exams.staffing.read',
  async run({ tx }) {
    const { rows } =
      await sql<Row>`select s.id, s.kind, lower(s.days) as "from", upper(s.days) - 1 as "to", s.state,
        s.job_id as "jobId", s.made_at as "madeAt", p.short_name as by, coalesce((s.summary ->> 'exams')::int, 0) as exams,
        coalesce((s.summary ->> 'seats')::int, 0) as seats, coalesce((s.summary ->> 'empty')::int, 0) as empty
      from exams.staffing s left join registry.person_v p on p.id = s.made_by
      where s.state <> 'dropped' order by s.made_at desc, s.id limit 100`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ lead: may('exams.staffing.lead') }),
});
