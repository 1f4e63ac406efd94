import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  kind: 'checked' | 'uploaded';
  note: string;
  added: number | null;
  changed: number | null;
  ended: number | null;
  at: string;
  by: string | null;
}

export const listEvents = useCase(contract.listEvents, {
  right: 'classifiers.unknown.read',
  async run({ input, tx }) {
    const { rows } =
      await sql<Row>`select e.id, e.kind, e.note, e.added, e.changed, e.ended, e.at, p.short_name as by
      from classifiers.list_event e left join registry.person_v p on p.id = e.by_person
      where e.list = ${input.list} order by e.at desc, e.id desc limit 50`.execute(tx);
    return { rows };
  },
});
