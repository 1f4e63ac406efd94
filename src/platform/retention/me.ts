import { type Actor, refuse } from '../use-case/index.ts';

/** The person asking about themselves; an account without a person (a service) has no data here. */
export function me(actor: Actor): string {
  if (actor.personId === null) throw refuse('retention:error.noPerson', {}, { status: 403 });
  return actor.personId;
}
