import { demand } from '../rules/demand.ts';
import { judge } from '../rules/pure.ts';
import type { Actor } from '../use-case/actor.ts';
import { twoPersonsRule } from './rules/two-persons-rule.ts';

export interface Preparer {
  personId: string | null;
  /** Shown in the refusal, so that people know who it was. */
  name?: string;
}

type Who = Pick<Actor, 'kind' | 'personId'>;

const verdict = ({ personId, name = '' }: Preparer, actor: Who) =>
  judge(
    twoPersonsRule,
    { byPerson: actor.kind === 'person', actorId: actor.personId, preparedBy: personId, preparerName: name },
    {},
    twoPersonsRule.validFrom,
  );

/** Whether `actor` may approve what `preparer` prepared: for an answer's `can`. */
export const isOther = (preparer: Preparer, actor: Who): boolean => verdict(preparer, actor).is === 'ok';

/** Two-person control: who prepares does not approve. Refuses by rule `two-persons`, naming the preparer. */
export function requireOther(preparer: Preparer | string | null, actor: Who): void {
  const who: Preparer = typeof preparer === 'object' && preparer ? preparer : { personId: preparer };
  demand(twoPersonsRule, verdict(who, actor));
}
