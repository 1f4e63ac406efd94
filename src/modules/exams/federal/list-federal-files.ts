import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { federalFileRow, keptColumn } from './federal-contract.ts';

/** Files of the federal platform, newest first, and the headings that are understood by now. */
export const listFederalFiles = useCase(contract.listFederalFiles, {
  right: 'exams.federal.exchange',
  async run({ tx }) {
    const { rows } = await sql<
      z.output<typeof federalFileRow>
    >`select f.id, f.kind, f.file_name as name, f.session_id as "sessionId", s.code as exam, s.day, p.short_name as by,
        f.made_at as "madeAt", f.applied_at as "appliedAt", jsonb_array_length(f.content -> 'matched') as rows, f.hash
      from exams.federal_file f left join exams.session s on s.id = f.session_id
      left join registry.person_v p on p.id = f.made_by order by f.made_at desc limit 200`.execute(tx);
    const { rows: columns } = await sql<z.output<typeof keptColumn>>`select kind, heading, field
      from exams.federal_column order by kind, heading`.execute(tx);
    return { rows, columns };
  },
});
