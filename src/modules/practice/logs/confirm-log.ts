import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofHost } from '../placements/own-placements.ts';
import { lockFacts } from '../placements/step-placement.ts';

export const confirmLog = useCase(contract.confirmLog, {
  right: 'practice.log.confirm',
  async run(args) {
    const { input, tx, actor, scope, now, change } = args;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${input.id} and ${ofHost(scope, actor)}`);
    const { rows } =
      await sql`update practice.log_day set confirmed_by = ${actor.personId}, confirmed_at = ${now}
      where placement_id = ${facts.id} and day in (${sql.join(input.days.map((day) => sql`${day}::date`))}) and confirmed_at is null
      returning day`.execute(tx);
    change({
      subject: {
        kind: 'practice.placement',
        id: facts.id,
        organisationId: facts.hostId,
        personId: facts.personId,
      },
      after: { confirmed: rows.length },
    });
    return { confirmed: rows.length };
  },
});
