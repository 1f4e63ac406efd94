import type { Params, Verdict } from '../rules/verdict.ts';
import { eventKey, type StateMachine, sources, stateKey, type Transition } from './define-states.ts';

/** All that a step may depend on. Nothing is fetched here: who asks has judged the guards beforehand. */
export interface StateFacts {
  /** Rule id → verdict. A guard without a verdict does not open. */
  verdicts?: Readonly<Record<string, Verdict>>;
  /** The acting person, and who prepared the thing. */
  actorId?: string | null;
  preparedBy?: string | null;
}

export interface Step<S extends string, E extends string> {
  ok: true;
  to: S;
  transition: Transition<S, E>;
  /** Guards that let the step through only until a date. */
  conditions: Extract<Verdict, { is: 'conditional' }>[];
}

export interface NoStep {
  ok: false;
  messageKey: string;
  params: Params;
  field?: string;
  /** The rule that refused. */
  rule?: string;
  /** Nothing leads from here by this event at all, whatever the facts. */
  impossible?: true;
}

const transitionOf = <S extends string, E extends string>(
  machine: StateMachine<S, E>,
  state: string,
  event: string,
) =>
  machine.transitions.find(
    (one) => one.event === event && (sources(one) as readonly string[]).includes(state),
  );

/**
 * Where an event leads from a state, or why it does not: no such way, a guard that refuses (in the words of its
 * rule), or the preparer trying to approve. Rights are not looked at here, see `allowedEvents`.
 */
export function nextState<S extends string, E extends string>(
  machine: StateMachine<S, E>,
  state: S,
  event: E,
  facts: StateFacts = {},
): Step<S, E> | NoStep {
  const transition = transitionOf(machine, state, event);
  if (!transition)
    return {
      ok: false,
      impossible: true,
      messageKey: 'states:error.notFromHere',
      params: { state: stateKey(machine, state), event: eventKey(machine, event) },
    };
  if (transition.twoPerson && !(facts.actorId && facts.preparedBy && facts.actorId !== facts.preparedBy))
    return { ok: false, messageKey: 'states:error.samePerson', params: {}, rule: 'two-persons' };
  const conditions: Step<S, E>['conditions'] = [];
  for (const rule of transition.guard ?? []) {
    const verdict = facts.verdicts?.[rule];
    if (!verdict) return { ok: false, messageKey: 'states:error.notJudged', params: { rule }, rule };
    if (verdict.is === 'refused')
      return {
        ok: false,
        messageKey: verdict.messageKey,
        params: verdict.params,
        field: verdict.field,
        rule,
      };
    if (verdict.is === 'conditional') conditions.push(verdict);
  }
  return { ok: true, to: transition.to, transition, conditions };
}

/** The events this actor may cause now: for buttons and for the answer's `can`. */
export function allowedEvents<S extends string, E extends string>(
  machine: StateMachine<S, E>,
  state: S,
  rights: Readonly<Record<string, unknown>>,
  facts: StateFacts = {},
): E[] {
  return machine.transitions
    .filter((one) => (sources(one) as readonly string[]).includes(state))
    .filter((one) => !one.right || one.right in rights)
    .filter((one) => nextState(machine, state, one.event, facts).ok)
    .map((one) => one.event);
}
