import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedEvents, defineStates, faultsOf, nextState, type StateTable } from './pure.ts';

const session = defineStates({
  name: 'trial.session',
  states: ['planned', 'confirmed', 'running', 'closed', 'annulled'],
  initial: 'planned',
  final: ['closed', 'annulled'],
  transitions: [
    { from: 'planned', to: 'confirmed', event: 'confirm', right: 'trial.confirm', guard: ['T-1', 'T-2'] },
    { from: 'confirmed', to: 'running', event: 'start' },
    { from: 'running', to: 'closed', event: 'close', twoPerson: 'not the preparer', effect: 'trial.closed' },
    { from: ['planned', 'confirmed', 'running'], to: 'annulled', event: 'annul', right: 'trial.annul' },
  ],
});
const pass = { is: 'ok' } as const;
const bad = { is: 'refused', messageKey: 'trial:rule.T-2', params: { n: 1 }, field: 'n' } as const;

describe('a table of states', () => {
  it('leads on only by its transitions', () => {
    expect(nextState(session, 'confirmed', 'start')).toMatchObject({ ok: true, to: 'running' });
    expect(nextState(session, 'closed', 'start')).toMatchObject({
      ok: false,
      impossible: true,
      params: { state: 'trial:state.session.closed', event: 'trial:event.session.start' },
    });
  });

  it('is stopped by a refusing guard and by one that was not judged', () => {
    const ask = (verdicts: Record<string, typeof pass | typeof bad>) =>
      nextState(session, 'planned', 'confirm', { verdicts });
    expect(ask({ 'T-1': pass, 'T-2': pass })).toMatchObject({ ok: true, to: 'confirmed' });
    expect(ask({ 'T-1': pass, 'T-2': bad })).toMatchObject({ ok: false, rule: 'T-2', field: 'n' });
    expect(ask({ 'T-1': pass })).toMatchObject({ ok: false, messageKey: 'states:error.notJudged' });
  });

  it('passes a conditional guard and tells the condition', () => {
    const until = {
      is: 'conditional',
      messageKey: 'trial:rule.T-1',
      params: {},
      until: '2026-12-31',
    } as const;
    expect(
      nextState(session, 'planned', 'confirm', { verdicts: { 'T-1': until, 'T-2': pass } }),
    ).toMatchObject({
      ok: true,
      conditions: [until],
    });
  });

  it('keeps the preparer from approving, and everybody when the preparer is unknown', () => {
    const close = (actorId: string | null, preparedBy: string | null) =>
      nextState(session, 'running', 'close', { actorId, preparedBy }).ok;
    expect(close('a', 'b')).toBe(true);
    expect(close('a', 'a')).toBe(false);
    expect(close('a', null)).toBe(false);
    expect(close(null, 'b')).toBe(false);
  });

  it('offers only what the actor may do now', () => {
    expect(allowedEvents(session, 'planned', {}, {})).toEqual([]);
    expect(allowedEvents(session, 'planned', { 'trial.annul': 'all' }, {})).toEqual(['annul']);
    expect(allowedEvents(session, 'confirmed', { 'trial.annul': 'all' }, {})).toEqual(['start', 'annul']);
  });
});

describe('a bad table is refused', () => {
  const table: StateTable = { ...session, transitions: [...session.transitions] };
  it.each([
    ['unreachable', { states: [...session.states, 'lost'] }],
    ['dead end', { final: ['annulled'] }],
    [
      'unknown state',
      { transitions: [...session.transitions, { from: 'running', to: 'gone', event: 'go' }] },
    ],
    ['twice', { transitions: [...session.transitions, { from: 'planned', to: 'closed', event: 'confirm' }] }],
  ])('%s', (fault, change) => {
    expect(faultsOf({ ...table, ...change }).map((one) => one.fault)).toContain(fault);
    expect(() => defineStates({ ...table, ...change })).toThrow(fault);
  });

  it('a table without faults always leads from any walk to an end', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const arrow = fc.record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      event: fc.constantFrom('x', 'y', 'z'),
    });
    const tables = fc.record({
      transitions: fc.array(arrow, { maxLength: 12 }),
      final: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
      walk: fc.array(fc.nat(20), { maxLength: 8 }),
    });
    let sound = 0;
    fc.assert(
      fc.property(tables, ({ transitions, final, walk }) => {
        const used = [...new Set(['a', ...transitions.flatMap((one) => [one.from, one.to])])];
        const made: StateTable = { name: 't.t', states: used, initial: 'a', final, transitions };
        if (faultsOf(made).length > 0) return;
        sound++;
        const machine = defineStates(made);
        let state = 'a';
        for (const choice of walk) {
          const events = allowedEvents(machine, state, {});
          if (events.length === 0) break;
          const step = nextState(machine, state, events[choice % events.length] ?? '');
          if (step.ok) state = step.to;
        }
        // walk greedily towards an end: at most as many steps as there are states
        const seen = new Set([state]);
        let edge = [state];
        while (!edge.some((one) => final.includes(one)) && edge.length > 0) {
          edge = edge
            .flatMap((one) => transitions.filter((t) => t.from === one).map((t) => t.to))
            .filter((one) => !seen.has(one));
          for (const one of edge) seen.add(one);
        }
        expect(edge.length).toBeGreaterThan(0);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
    expect(sound).toBeGreaterThan(20);
  });
});
