import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readForm } from './read-form.ts';

export const getForm = useCase(contract.getForm, {
  right: 'hiring.form.read',
  async run({ input, tx, actor, scope }) {
    const { year, months = 12 } = input;
    const colleges = await sql<{ id: string; name: string }>`select distinct o.id, o.short_name as name
      from hiring.outcome x join registry.organisation_v o on o.id = x.organisation_id
      where x.graduation_year = ${year} and (${scope === 'all'}::boolean or o.id = ${actor.organisationId}) order by 2`.execute(
      tx,
    );
    const asked = scope === 'all' ? (input.organisationId ?? colleges.rows[0]?.id) : actor.organisationId;
    const college = colleges.rows.find((it) => it.id === asked);
    const form = college
      ? await readForm(tx, { organisationId: college.id, year, months })
      : { rows: [], unanswered: 0 };
    return { college: college?.name ?? null, year, months, ...form, colleges: colleges.rows };
  },
  can: ({ may }) => ({ edit: may('hiring.form.edit') }),
});
