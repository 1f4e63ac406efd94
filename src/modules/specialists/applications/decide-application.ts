import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { giveExpertRole } from '../experts/give-expert-role.ts';
import { putExpert } from '../experts/put-expert.ts';
import { putRights } from '../experts/put-rights.ts';
import type { Level, Regime } from '../experts/rights-on.ts';
import { monthsBefore } from '../rules/conflict-rules.ts';
import { applicationTask, renewTask } from '../tasks.ts';

interface Stored {
  personId: string;
  regime: Regime;
  level: Level;
  codes: string[];
  state: string;
  isDemo: boolean;
  expertId: string | null;
  works: string | null;
}

/** Grants for the term of the region, or refuses with a ground. Nobody decides on the own request. */
export const decideApplication = useCase(contract.decideApplication, {
  right: 'specialists.application.decide',
  async run({ input, tx, actor, today, now, newId, change, emit }) {
    const { id, grant, ground } = input;
    const { rows } =
      await sql<Stored>`select a.person_id as "personId", a.regime, a.level, to_jsonb(a.codes) as codes, a.state,
        a.is_demo as "isDemo", (select e.id from specialists.expert e where e.person_id = a.person_id) as "expertId",
        (select t.to_organisation_id from registry.tie_v t where t.kind = 'works_for' and t.person_id = a.person_id
          and t.valid @> ${today}::date order by lower(t.valid), t.id limit 1) as works
      from specialists.expert_application a where a.id = ${id} for update of a`.execute(tx);
    const asked = found(rows[0]);
    if (asked.state !== 'sent') throw refuse('specialists:error.decided', {}, { status: 409 });
    if (asked.personId === actor.personId) throw refuse('specialists:error.ownRequest', {}, { status: 403 });
    if (!grant && !ground)
      throw refuse(
        'specialists:error.groundNeeded',
        {},
        { fields: [{ path: 'ground', key: 'specialists:error.groundNeeded' }] },
      );
    await sql`update specialists.expert_application set state = ${grant ? 'granted' : 'refused'}, decided_on = ${today},
      decided_by = ${actor.personId}, ground = ${ground}, rev = rev + 1 where id = ${id}`.execute(tx);
    await closeTask(
      tx,
      applicationTask,
      { kind: 'specialists.application', id },
      { now, doneBy: actor.personId },
    );
    change({
      subject: { kind: 'specialists.application', id, personId: asked.personId },
      before: { state: 'sent' },
      after: { state: grant ? 'granted' : 'refused', ground },
    });
    if (!grant) return { id, rights: 0 };
    const { personId } = asked;
    const expertId = asked.expertId ?? newId();
    if (!asked.expertId) {
      await putExpert(tx, {
        id: expertId,
        personId,
        organisationId: asked.works,
        post: null,
        municipalityId: null,
        ofEmployers: false,
        weekdays: [1, 2, 3, 4, 5, 6],
        monthLimit: 6,
        experienceSince: null,
        isDemo: asked.isDemo,
        today,
        newId,
      });
      await giveExpertRole({ tx, today, newId, actor }, personId, 'specialists.application');
    }
    const months = await settingOn<number>(tx, 'specialists.expertRightMonths', today);
    const from = input.from ?? today;
    // the last day of so many months: the day before the same date
    const to = await sql<{ day: string }>`select (${monthsBefore(from, -months)}::date - 1) as day`.execute(
      tx,
    );
    const rights = await putRights(tx, {
      expertId,
      regime: asked.regime,
      level: asked.level,
      codes: asked.codes,
      from,
      to: found(to.rows[0]).day,
      applicationId: id,
      newId,
    });
    await closeTask(tx, renewTask, { kind: 'specialists.expert', id: expertId }, { now, doneBy: personId });
    emit('specialists.expert.changed', { id: expertId, personId });
    return { id, rights };
  },
});
