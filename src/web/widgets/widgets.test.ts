import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../http.ts';
import { withNews } from '../jobs.ts';
import { menuOf } from '../layouts/menu.tsx';
import type { Page } from '../page.ts';
import { statedGap } from './certificate-strip.tsx';
import { flowLayout } from './charts/flow-layout.ts';
import { problemsFromServer, problemsOf } from './form.tsx';
import { niceMax } from './interval-band.tsx';
import { sealBits } from './seal.tsx';
import { daysUntil, dueState } from './task-list.tsx';
import { placeSteps } from './waterfall.tsx';
import { headcount } from './year-cells.tsx';

describe('the proof', () => {
  it('is never stated tighter than it was proved, nor much looser', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 0.5, noNaN: true }), (gap) => {
        const stated = statedGap(gap);
        expect(stated.gap).toBeGreaterThanOrEqual(gap - 1e-9);
        expect(stated.gap).toBeLessThan(gap * 1.2 + 1e-9);
        const printed = Number((stated.gap * 100).toFixed(stated.digits)) / 100;
        expect(printed).toBeGreaterThanOrEqual(gap - 1e-9);
      }),
    );
    expect(statedGap(0.0006)).toEqual({ gap: 0.0006, digits: 2 });
    expect(statedGap(0)).toEqual({ gap: 0, digits: 0 });
  });

  it('has a seal of its own: another hash lights other seeds', () => {
    const hash = '7f3a90c4d1e85b62a7f00931cc4be2d8';
    expect(sealBits(hash)).toHaveLength(89);
    expect(sealBits(hash)).toEqual(sealBits(hash.toUpperCase()));
    expect(sealBits(`8${hash.slice(1)}`)).not.toEqual(sealBits(hash));
    expect(sealBits('')).toEqual(new Array(89).fill(false));
  });
});

describe('tasks', () => {
  it('are crimson on the last day, ochre within three, quiet before', () => {
    expect(dueState('2026-11-23', '2026-11-22')).toBe('today');
    expect(dueState('2026-11-23', '2026-11-23')).toBe('today');
    expect(dueState('2026-11-23', '2026-11-26')).toBe('soon');
    expect(dueState('2026-11-23', '2026-11-27')).toBe('waiting');
    expect(dueState('2026-11-23', null)).toBe('waiting');
    expect(daysUntil('2026-12-31', '2027-01-01')).toBe(1);
  });
});

describe('forms', () => {
  it('take a whole number of people and nothing else', () => {
    expect(['12', ' 1 200 ', '', '0'].map(headcount)).toEqual([12, 1200, 0, 0]);
    expect(['2,5', '-1', '1e3', 'два', '12345678'].map(headcount)).toEqual([null, null, null, null, null]);
  });

  it('name the first problem of each field, nested ones by their path', () => {
    const schema = z.object({
      name: z.string().min(3, 'short').max(1, 'long'),
      rows: z.array(z.number('number')),
    });
    expect(problemsOf(schema, { name: 'ab', rows: [1, 'x'] })).toEqual({ name: 'short', 'rows.1': 'number' });
    expect(problemsOf(z.object({}), {})).toEqual({});
  });

  it('put what the server refused at its fields, a lost connection on top', () => {
    const refused = new ApiError(422, { message: 'no', fields: [{ path: 'count', message: 'whole' }] });
    expect(problemsFromServer(refused, 'lost')).toEqual({ count: 'whole' });
    expect(problemsFromServer(new ApiError(409, { message: 'stale' }), 'lost')).toEqual({ '': 'stale' });
    expect(problemsFromServer(new TypeError('fetch failed'), 'lost')).toEqual({ '': 'lost' });
  });
});

describe('pictures', () => {
  it('a waterfall ends where its steps lead', () => {
    const steps = placeSteps([
      { label: 'need', value: 140, kind: 'start' },
      { label: 'learning', value: -52 },
      { label: 'spare', value: 28 },
    ]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 140],
      [140, 88],
      [88, 116],
    ]);
  });

  it('flows keep inside the bars they join and lose nobody', () => {
    const nodes = [
      { id: 'a', label: 'a', count: 100, column: 0 },
      { id: 'b', label: 'b', count: 70, column: 1 },
      { id: 'c', label: 'c', count: 30, column: 1, loss: true },
    ];
    const links = [
      { from: 'a', to: 'b', count: 70 },
      { from: 'a', to: 'c', count: 30 },
    ];
    const placed = flowLayout(nodes, links, 1000, 300);
    const thickness = placed.links.reduce((sum, link) => sum + link.thickness, 0);
    expect(thickness).toBeCloseTo(placed.nodes[0]?.height ?? 0, 5);
    expect(placed.links.map((link) => link.loss)).toEqual([false, true]);
    const [, b, c] = placed.nodes;
    expect((c?.y ?? 0) - ((b?.y ?? 0) + (b?.height ?? 0))).toBeGreaterThan(10);
  });

  it('axes end at a round number not far above the greatest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
        expect(niceMax(value)).toBeGreaterThanOrEqual(value);
        expect(niceMax(value)).toBeLessThanOrEqual(value * 1.5);
      }),
    );
  });
});

describe('the shell', () => {
  const load = async () => ({ default: () => null });
  const page = (path: string, order: number, more: Partial<Page> = {}): Page => ({
    path,
    title: 'web:product',
    layout: 'desk',
    menu: { icon: 'home', order },
    load,
    ...more,
  });

  it('shows in the menu only what this person may open, in order and by sections', () => {
    const pages = [
      page('/b', 2),
      page('/a', 1),
      page('/secret', 0, { right: 'order.sign' }),
      page('/out', 0, { layout: 'public' }),
      page('/codes', 1, { menu: { icon: 'book', order: 1, section: 'data' } }),
    ];
    const seen = (rights: string[]) =>
      menuOf(pages, { may: (right) => rights.includes(right) }).map((group) =>
        group.pages.map((one) => one.path),
      );
    expect(seen([])).toEqual([['/a', '/b'], ['/codes']]);
    expect(seen(['order.sign'])).toEqual([['/secret', '/a', '/b'], ['/codes']]);
  });

  it('keeps the newest news of each long work', () => {
    const first = { id: '1', title: 'run', state: 'running' as const, share: 0.1 };
    const known = withNews(withNews([], first), { ...first, id: '2' });
    expect(withNews(known, { ...first, share: 0.5 }).map((job) => job.share)).toEqual([0.5, 0.1]);
  });
});
