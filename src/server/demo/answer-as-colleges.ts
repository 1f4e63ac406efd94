import { sql } from 'kysely';
import type { Actor, World } from '../../platform/use-case/index.ts';

interface Asked {
  programme_id: string;
  organisation_id: string;
  person_id: string;
  groups: number;
  seats: number;
}

/**
 * Some colleges have answered the demo's first order: one took its seats, one objected. The college of the demo's
 * sign-in still thinks, so that who tries it has something to answer.
 */
export async function answerAsColleges(
  world: World,
  variantId: string,
  say: (
    name: string,
    input: unknown,
    by: Pick<Actor, 'personId' | 'organisationId' | 'role'>,
  ) => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<Asked>`
    with deputy as (
      select organisation_id, (array_agg(person_id order by person_id))[1] as person_id
      from registry.assignment_v where role = 'college_deputy' group by 1
    ), largest as (
      select distinct on (p.organisation_id) p.organisation_id, s.programme_id, s.groups, s.seats
      from training_order.seat_line s join training_order.variant v on v.id = s.variant_id and s.intake_year = v.decision_year
      join programmes.programme_v p on p.id = s.programme_id
      where s.variant_id = ${variantId} and s.seats > 0 order by p.organisation_id, s.seats desc, s.programme_id
    )
    select l.*, d.person_id from largest l join deputy d using (organisation_id)
    where l.organisation_id <> (select min(organisation_id::text)::uuid from deputy)
    order by l.seats desc, l.organisation_id limit 2`.execute(world.db);
  for (const [i, { organisation_id, person_id, programme_id, groups, seats }] of rows.entries()) {
    const fewer = seats - Math.max(1, Math.round(seats / Math.max(groups, 1) / 3));
    const objection = {
      programmeId: programme_id,
      seats: fewer,
      reason: 'В мастерской не хватает рабочих мест: набор больше не разместить без второй смены',
    };
    await say(
      'order.answerProposal',
      { id: variantId, objections: i === 0 ? [objection] : [] },
      { role: 'college_deputy', personId: person_id, organisationId: organisation_id },
    );
  }
}
