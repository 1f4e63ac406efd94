import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const formChoices = useCase(contract.formChoices, {
  right: 'practice.form.edit',
  async run({ tx }) {
    const { rows } = await sql<{
      id: string;
      text: string;
      body: string;
      heldOn: string;
    }>`select d.id, d.text, b.name as body, d.held_on as "heldOn"
      from bodies.decision_v d join bodies.body_v b on b.id = d.body_id
      where b.kind = 'platform' and d.meeting_state = 'signed' order by d.held_on desc, d.text limit 500`.execute(
      tx,
    );
    return { decisions: rows };
  },
});
