import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  title: string;
  occupation: string;
  year: number;
  count: number;
}

export const offerChoices = useCase(contract.offerChoices, {
  right: 'hiring.offer.read',
  async run({ tx, actor, today }) {
    const { rows } =
      await sql<Row>`select l.id, coalesce(i.name, l.occupation) as title, l.occupation, l.year, l.count
      from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
      where l.organisation_id = ${actor.organisationId} and l.state <> 'withdrawn'
        and l.year between extract(year from ${today}::date)::int - 1 and extract(year from ${today}::date)::int + 1
      order by l.year, title, l.id limit 500`.execute(tx);
    return { lines: rows };
  },
});
