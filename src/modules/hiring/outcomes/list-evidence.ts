import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Row = DataOf<typeof contract.listEvidence>['rows'][number];

/** First jobs of graduates beside the weights that stand: what a reviewer of the crosswalk looks at. */
export const listEvidence = useCase(contract.listEvidence, {
  right: 'hiring.outcome.read',
  async run({ tx, today }) {
    const { rows } = await sql<Row>`with pairs as (
        select j.spo, j.occupation, j.jobs, sum(j.jobs) over (partition by j.spo)::int as all_jobs from classifiers.job_evidence_v j)
      select p.spo, coalesce(s.name, p.spo) as programme, p.occupation, coalesce(o.name, p.occupation) as title, p.jobs,
        p.jobs::float8 / p.all_jobs as share,
        (select e.weight::float8 from classifiers.edge_v e where e.from_list = 'spo' and e.from_code = p.spo
          and e.to_list = 'occupation' and e.to_code = p.occupation and e.valid @> ${today}::date) as weight
      from pairs p left join classifiers.item_v s on s.list = 'spo' and s.code = p.spo
      left join classifiers.item_v o on o.list = 'occupation' and o.code = p.occupation
      order by p.all_jobs desc, p.spo, p.jobs desc, p.occupation`.execute(tx);
    return { rows };
  },
});
