import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { leaveHomeTask } from '../tasks.ts';
import type { Facts } from './placement-facts.ts';

interface Answer {
  kind: 'leave_home' | 'guardian';
  answer: 'asked' | 'given' | 'refused' | 'withdrawn';
  by: string | null;
  how: 'account' | 'link' | 'paper';
  on: string;
}

/**
 * Writes a consent to a placement. Refused or withdrawn, it works at once: a placement that was cleared by it is
 * no longer, since its guards are judged anew at every step; whoever looks after it is told by the event.
 */
export async function putConsent(
  {
    tx,
    now,
    actor,
    newId,
    change,
    emit,
  }: Pick<RunArgs<unknown>, 'tx' | 'now' | 'actor' | 'newId' | 'change' | 'emit'>,
  facts: Facts,
  { kind, answer, by, how, on }: Answer,
): Promise<void> {
  const asked = answer === 'asked';
  const given = answer === 'withdrawn' ? 'given' : asked ? null : answer;
  await sql`insert into practice.consent (id, placement_id, kind, asked_on, answer, answered_on, answered_by, how, withdrawn_on)
    values (${newId()}, ${facts.id}, ${kind}, ${on}, ${given}, ${asked ? null : on}, ${by}, ${asked ? null : how},
      ${answer === 'withdrawn' ? on : null})
    on conflict (placement_id, kind) do update set asked_on = ${asked ? sql`excluded.asked_on` : sql`consent.asked_on`},
      answer = excluded.answer, answered_on = ${answer === 'withdrawn' ? sql`coalesce(consent.answered_on, excluded.answered_on)` : sql`excluded.answered_on`},
      answered_by = excluded.answered_by, how = excluded.how, withdrawn_on = excluded.withdrawn_on`.execute(
    tx,
  );
  if (kind === 'leave_home' && !asked)
    await closeTask(
      tx,
      leaveHomeTask,
      { kind: 'practice.placement', id: facts.id },
      { now, doneBy: actor.personId },
    );
  change({
    subject: {
      kind: 'practice.placement',
      id: facts.id,
      organisationId: facts.organisationId,
      personId: facts.personId,
    },
    after: { consent: kind, answer, how, on },
  });
  if (!asked) emit(`practice.consent.${answer}`, { placementId: facts.id, kind });
}
