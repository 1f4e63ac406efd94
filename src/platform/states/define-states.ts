/** One row of a state machine's table. */
export interface Transition<S extends string = string, E extends string = string> {
  from: S | readonly S[];
  to: S;
  event: E;
  /** The permission the actor needs; without one the use case's own right is enough. */
  right?: string;
  /** Ids of the rules that must not refuse. */
  guard?: readonly string[];
  /** Name of the event put into the outbox. */
  effect?: string;
  /** Who prepared the thing may not make this step. */
  twoPerson?: 'not the preparer';
}

export interface StateTable<S extends string = string, E extends string = string> {
  /** `<room>.<noun>`; words are `<room>:state.<noun>.<state>` and `<room>:event.<noun>.<event>`. */
  name: string;
  states: readonly S[];
  initial: S;
  /** States in which a thing may rest for good. */
  final: readonly S[];
  transitions: readonly Transition<S, E>[];
}

export interface StateMachine<S extends string = string, E extends string = string> extends StateTable<S, E> {
  kind: 'states';
}

export interface StateFault {
  fault: 'unknown state' | 'twice' | 'unreachable' | 'dead end';
  state: string;
  event?: string;
}

export const sources = <S extends string>({ from }: { from: S | readonly S[] }): readonly S[] =>
  typeof from === 'string' ? [from] : from;

/** All states that can be reached from `start` by transitions, `start` among them. */
export function reachable(table: StateTable, start: string): Set<string> {
  const seen = new Set([start]);
  const queue = [start];
  for (let state = queue.shift(); state !== undefined; state = queue.shift())
    for (const step of table.transitions)
      if (sources(step).includes(state) && !seen.has(step.to)) {
        seen.add(step.to);
        queue.push(step.to);
      }
  return seen;
}

/** What is wrong with a table: each fault names its state. A sound table gives none. */
export function faultsOf(table: StateTable): StateFault[] {
  const faults: StateFault[] = [];
  const known = new Set<string>(table.states);
  for (const state of [
    table.initial,
    ...table.final,
    ...table.transitions.flatMap((t) => [...sources(t), t.to]),
  ])
    if (!known.has(state)) faults.push({ fault: 'unknown state', state });
  const taken = new Set<string>();
  for (const step of table.transitions)
    for (const state of sources(step)) {
      const pair = `${state}\n${step.event}`;
      if (taken.has(pair)) faults.push({ fault: 'twice', state, event: step.event });
      taken.add(pair);
    }
  const fromStart = reachable(table, table.initial);
  for (const state of table.states) {
    if (!fromStart.has(state)) faults.push({ fault: 'unreachable', state });
    const ends = table.final.some((one) => reachable(table, state).has(one));
    if (!ends) faults.push({ fault: 'dead end', state });
  }
  return faults;
}

/**
 * Declares a state machine as a table (a room's `states.ts`). Refuses a table with an unknown or unreachable
 * state, with two ways for one event, or with a state from which no end can be reached.
 */
export function defineStates<const S extends string, const E extends string>(
  table: StateTable<S, E>,
): StateMachine<S, E> {
  const faults = faultsOf(table);
  if (faults.length > 0)
    throw new Error(
      `States of ${table.name}: ${faults.map(({ fault, state, event }) => [fault, state, event].filter(Boolean).join(' ')).join('; ')}`,
    );
  return { ...table, kind: 'states' };
}

export const isStates = (value: unknown): value is StateMachine =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'states';

const words = (name: string): [room: string, noun: string] => {
  const dot = name.indexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
};

/** Message key of a state's name. */
export const stateKey = (machine: Pick<StateTable, 'name'>, state: string) => {
  const [room, noun] = words(machine.name);
  return `${room}:state.${noun}.${state}`;
};

/** Message key of what an event is called on a button. */
export const eventKey = (machine: Pick<StateTable, 'name'>, event: string) => {
  const [room, noun] = words(machine.name);
  return `${room}:event.${noun}.${event}`;
};
