import { sql } from 'kysely';
import type { z } from 'zod';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { expertRow } from './expert-contract.ts';
import { expertColumns, expertFrom, expertsWithin } from './expert-row.ts';
import { codesThatCover } from './rights-on.ts';

export const listExperts = useCase(contract.listExperts, {
  right: 'specialists.expert.read',
  async run({ input, tx, actor, scope, today }) {
    const on = input.on ?? today;
    const notice = await settingOn<number>(tx, 'specialists.expertNoticeDays', on);
    const codes = JSON.stringify(input.code ? codesThatCover([input.code]) : []);
    const { rows } = await sql<
      z.output<typeof expertRow>
    >`select ${expertColumns(on, notice)} from ${expertFrom(on)}
      where ${expertsWithin(scope, actor)}
        and (${!input.code}::boolean or r.codes && array(select jsonb_array_elements_text(${codes}::jsonb)))
        and (${input.regime ?? null}::text is null or ${input.regime ?? null}::text = any (r.regimes))
      order by e.sort_key, e.id`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('specialists.expert.edit') }),
});
