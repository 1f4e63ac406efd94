import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { aspectCompetence, readAspects } from './read-examined.ts';

export const listCompetences = useCase(contract.listCompetences, {
  right: 'hiring.interest.read',
  async run({ input, tx, today }) {
    const { rows } = await sql<{
      competence: string;
      module: string;
    }>`select c as competence, min(m.name) as module
      from programmes.programme_v g join programmes.version_v v on v.programme_id = g.id and v.valid @> ${today}::date
      join programmes.module_v m on m.version_id = v.id cross join lateral unnest(m.competences) c
      where g.code = ${input.programmeCode} group by c order by c`.execute(tx);
    const aspects = await readAspects(tx, [input.programmeCode]);
    return {
      rows: [
        ...rows,
        ...aspects.map(({ code, title }) => ({ competence: aspectCompetence(code), module: title })),
      ],
    };
  },
});
