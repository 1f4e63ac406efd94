import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  kind: 'organisation' | 'person';
  kept: string | null;
  merged: string | null;
  reason: string;
  at: string;
  by: string | null;
  moved: number;
  stayed: number;
}

/** The latest merges that still stand, so that any can be taken back. */
export const listMerges = useCase(contract.listMerges, {
  right: 'registry.organisation.merge',
  async run({ tx, may }) {
    const { rows } = await sql<Row>`select m.id, m.kind, m.reason, m.at, w.short_name as by,
        (select coalesce(sum(jsonb_array_length(p.value -> 'keys')), 0) from jsonb_array_elements(m.moved) p)::int as moved,
        (select coalesce(sum((p.value ->> 'rows')::int), 0) from jsonb_array_elements(m.stayed) p)::int as stayed,
        case m.kind when 'person' then k.full_name else o.short_name end as kept,
        case m.kind when 'person' then concat_ws(' ', d.surname, d.given_name, d.patronymic)
          else (select n.short_name from registry.organisation_name n where n.organisation_id = m.merged_id
            order by lower(n.valid) desc nulls last limit 1) end as merged
      from registry.merge m left join registry.person_v w on w.id = m.by_person
      left join registry.person_v k on k.id = m.kept_id left join registry.person d on d.id = m.merged_id
      left join registry.organisation_v o on o.id = m.kept_id
      where m.undone_at is null and (m.kind = 'organisation' or ${may('registry.person.merge')}::boolean)
      order by m.at desc, m.id desc limit 100`.execute(tx);
    return { rows };
  },
});
