import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kitColumns } from './load-kit.ts';
import type { KitRow } from './schemas.ts';

export const listKits = useCase(contract.listKits, {
  right: 'exams.kit.read',
  async run({ input, tx }) {
    const { programmeCode = null, year = null, level = null, regime = null, state = null } = input;
    const { rows } = await sql<KitRow>`select ${kitColumns} from exams.kit k
      where (${programmeCode}::text is null or k.programme_code = ${programmeCode})
        and (${year}::int is null or k.year = ${year}) and (${level}::text is null or k.level = ${level})
        and (${regime}::text is null or k.regime = ${regime}) and (${state}::text is null or k.state = ${state})
      order by k.programme_code, k.year desc, k.code, k.edition desc`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('exams.kit.edit') }),
});
