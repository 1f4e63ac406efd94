import { sql } from 'kysely';
import type { z } from 'zod';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { type agreementRow, contract } from '../contract.ts';
import { kindsOn } from '../kinds/kinds-on.ts';
import { readTerms } from './read-terms.ts';
import { rowColumns } from './row-columns.ts';
import { visible } from './visible.ts';

type Row = Omit<z.output<typeof agreementRow>, 'kindTitle'> & { total: number };

/** The register; what ends soon or waits for signatures stands first. */
export const listAgreements = useCase(contract.listAgreements, {
  right: 'agreements.agreement.read',
  async run({ input, tx, actor, scope, today }) {
    const terms = await readTerms(tx, today);
    const words = input.search?.trim() ? `%${sortKey(input.search).replace(/[%_\\]/g, '\\$&')}%` : null;
    const { rows } = await sql<Row>`select * , count(*) over ()::int as total from (
        select ${rowColumns(terms, today)} from agreements.agreement a
        where ${visible(scope, actor)}
          and (${input.kind ?? null}::text is null or a.kind = ${input.kind ?? null})
          and (${input.state ?? null}::text is null or a.state = ${input.state ?? null})
          and (${input.organisationId ?? null}::uuid is null or exists (select 1 from agreements.party p
            where p.agreement_id = a.id and p.organisation_id = ${input.organisationId ?? null}))
          and (${words}::text is null or lower(a.number) like ${words} or lower(a.subject) like ${words}
            or exists (select 1 from agreements.party p join registry.organisation_v o on o.id = p.organisation_id
              where p.agreement_id = a.id and o.sort_key like ${words}))) r
      where (${input.expiring ?? false}::boolean is not true or r.expiring)
        and (${input.inactive ?? false}::boolean is not true or r.inactive)
      order by r.expiring desc, (r.state in ('proposed', 'changing')) desc, r."to" nulls last, r.number, r.id
      limit ${input.limit} offset ${input.offset}`.execute(tx);
    const titles = new Map((await kindsOn(tx, today)).map(({ code, title }) => [code, title]));
    return {
      rows: rows.map(({ total: _, ...row }) => ({ ...row, kindTitle: titles.get(row.kind) ?? row.kind })),
      total: rows[0]?.total ?? 0,
    };
  },
  can: ({ may }) => ({ add: may('agreements.agreement.edit') }),
});
