import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { formRow } from './form-contract.ts';

export const listForms = useCase(contract.listForms, {
  right: 'practice.form.read',
  async run({ input: { on }, tx }) {
    const { rows } = await sql<z.input<typeof formRow>>`select f.id, f.kind, f.name, f.about,
        to_jsonb(f.kinds) as kinds, f.source, f.body_id as "bodyId", b.name as body, f.decision_id as "decisionId",
        d.text as decision, d.meeting_id as "meetingId", d.held_on as "heldOn", lower(f.valid) as "from",
        upper(f.valid) - 1 as "to", f.retired_why as "retiredWhy", f.rev,
        (select count(*)::int from practice.plan p where p.form_id = f.id and p.state <> 'cancelled') as plans
      from practice.form f left join bodies.body_v b on b.id = f.body_id left join bodies.decision_v d on d.id = f.decision_id
      where ${on ?? null}::date is null or f.valid @> ${on ?? null}::date order by f.kind, lower(f.name), lower(f.valid)`.execute(
      tx,
    );
    return { rows };
  },
  can: ({ may }) => ({ edit: may('practice.form.edit') }),
});
