import type { Actor } from '../use-case/actor.ts';
import { refuse } from '../use-case/refusal.ts';

export interface Preparer {
  personId: string | null;
  /** Shown in the refusal, so that people know whom to stop asking. */
  name?: string;
}

/** Whether `actor` may approve what `preparer` prepared: a person, known, and another one. */
export const isOther = (preparer: Preparer, actor: Pick<Actor, 'kind' | 'personId'>): boolean =>
  actor.kind === 'person' &&
  actor.personId !== null &&
  preparer.personId !== null &&
  actor.personId !== preparer.personId;

/**
 * Two-person control: who prepares does not approve. Refuses with the preparer's name; refuses also when it is
 * not known who prepared, because then nothing proves that two persons were at work.
 */
export function requireOther(preparer: Preparer | string | null, actor: Actor): void {
  const who: Preparer = typeof preparer === 'object' && preparer ? preparer : { personId: preparer };
  if (isOther(who, actor)) return;
  const name = who.name ?? '';
  const key =
    actor.kind !== 'person'
      ? 'notAPerson'
      : who.personId === null
        ? 'preparerUnknown'
        : name
          ? 'samePersonNamed'
          : 'samePerson';
  throw refuse(`signing:error.${key}`, { name }, { status: 403, rule: 'two-persons' });
}
