import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { standing } from './next-step.ts';

/** A person's word about one spelling. It holds for later files too; the rows waiting for it are counted anew. */
export const decideSpelling = useCase(contract.decideSpelling, {
  right: 'needs.import.make',
  async run(args) {
    const { input, tx, actor, now, change } = args;
    const { id, spelling, organisationId } = input;
    await standing(args, ['read']);
    if (organisationId) {
      const college = await sql`select 1 from registry.organisation_v
        where id = ${organisationId} and kind = 'college'`.execute(tx);
      if (college.rows.length === 0) throw refuse('needs:error.notCollege');
    }
    const before = await sql<{ organisation_id: string | null }>`select organisation_id from needs.spelling
      where kind = 'college' and spelling = ${spelling}`.execute(tx);
    await sql`insert into needs.spelling (kind, spelling, organisation_id, decided_by, decided_at)
      values ('college', ${spelling}, ${organisationId}, ${actor.personId}, ${now})
      on conflict (kind, spelling) do update set organisation_id = excluded.organisation_id,
        decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(tx);
    // the spellings of the file that nobody has decided, with their rows
    const { rows } = await sql<{ waiting: number; added: number; changed: number; same: number }>`
      select coalesce(sum((s ->> 'rows')::int) filter (where s ->> 'equal' is null and d.spelling is null), 0)::int as waiting,
        (i.effect ->> 'added')::int as added, (i.effect ->> 'changed')::int as changed, (i.effect ->> 'same')::int as same
      from needs.import i cross join lateral jsonb_array_elements(i.spellings) s
      left join needs.spelling d on d.kind = 'college' and d.spelling = s ->> 'spelling'
      where i.id = ${id} group by i.effect`.execute(tx);
    const effect = found(rows[0]);
    await sql`update needs.import set effect = ${JSON.stringify(effect)}::jsonb where id = ${id}`.execute(tx);
    change({
      subject: { kind: 'needs.spelling', id: spelling },
      before: { organisationId: before.rows[0]?.organisation_id },
      after: { organisationId },
    });
    return effect;
  },
});
