import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type MentorRow, mentorColumns, mentorFrom, mentorsWithin } from './mentor-row.ts';
import { peakLoad } from './peak-load.ts';

export const listMentors = useCase(contract.listMentors, {
  right: 'specialists.mentor.read',
  async run({ input, tx, actor, scope, today }) {
    const { organisationId = null, from, to } = input;
    const { rows } = await sql<MentorRow>`select ${mentorColumns(today)} from ${mentorFrom(today)}
      where ${mentorsWithin(scope, actor)} and (${organisationId}::uuid is null or m.organisation_id = ${organisationId})
      order by p.sort_key, m.id`.execute(tx);
    if (!from || !to) return { rows, total: rows.length };
    const free: MentorRow[] = [];
    for (const row of rows) {
      if (!row.clearanceOn || !row.from || row.from > from || (row.to && row.to < to)) continue;
      const peak = await peakLoad(tx, { mentorId: row.id, from, to });
      if (peak < (row.capacity ?? 0)) free.push({ ...row, trainees: peak });
    }
    return { rows: free, total: free.length };
  },
  can: ({ may }) => ({ add: may('specialists.mentor.edit') }),
});
