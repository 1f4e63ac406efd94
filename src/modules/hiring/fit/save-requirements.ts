import { sql } from 'kysely';
import { bulkInsert } from '../../../platform/database/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import { openingWords } from './opening-words.ts';
import { aspectCompetence, readAspects } from './read-examined.ts';

/** The employer's own words on what an opening asks for; with none left the speciality's competences hold again. */
export const saveRequirements = useCase(contract.saveRequirements, {
  right: 'hiring.candidate.edit',
  async run({ input, tx, actor, newId, change }) {
    const organisationId = ownEmployer(actor);
    const { opening, rows } = input;
    const own = await sql`select 1 from ${openingWords} where w.opening = ${opening}
      and w.organisation_id = ${organisationId}`.execute(tx);
    found(own.rows[0]);
    const [kind, id] = opening.split(':') as [string, string];
    const known = await sql<{ code: string; competence: string }>`select distinct g.code, c as competence
      from programmes.programme_v g join programmes.module_v m on m.programme_id = g.id cross join lateral unnest(m.competences) c
      where g.code = any(${sql.val([...new Set(rows.map((it) => it.programmeCode))])})`.execute(tx);
    const aspects = await readAspects(tx, [...new Set(rows.map((it) => it.programmeCode))]);
    const names = new Set([
      ...known.rows.map((it) => `${it.code} ${it.competence}`),
      ...aspects.map((it) => `${it.programme} ${aspectCompetence(it.code)}`),
    ]);
    const strange = rows.findIndex((it) => !names.has(`${it.programmeCode} ${it.competence}`));
    if (strange >= 0)
      throw refuse(
        'hiring:error.noCompetence',
        { competence: rows[strange]?.competence ?? '' },
        {
          fields: [
            {
              path: `rows.${strange}.competence`,
              key: 'hiring:error.noCompetence',
              params: { competence: rows[strange]?.competence ?? '' },
            },
          ],
        },
      );
    await sql`delete from hiring.requirement where coalesce(need_line_id, vacancy_id) = ${id}::uuid`.execute(
      tx,
    );
    await bulkInsert(
      tx,
      'hiring.requirement',
      [...new Map(rows.map((it) => [`${it.programmeCode} ${it.competence}`, it])).values()].map((it) => ({
        id: newId(),
        organisation_id: organisationId,
        need_line_id: kind === 'line' ? id : null,
        vacancy_id: kind === 'line' ? null : id,
        programme_code: it.programmeCode,
        competence: it.competence,
        essential: it.essential,
      })),
    );
    change({ subject: { kind: 'hiring.opening', id, organisationId }, after: { rows } });
    return { opening };
  },
});
