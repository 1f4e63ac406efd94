import type { ModelContext, PairContext } from './context.ts';
import { million, survival } from './context.ts';

/** Columns of seats and groups with rows (1) group size, (8) stability and (9) openings. */
export function addSeats(ctx: ModelContext): void {
  const { builder: b, years, settings } = ctx;
  const newRows = new Map<string, number>();
  for (const pc of ctx.pairs) {
    const { pair, programme } = pc;
    const id = { college: pair.college, programme: pair.programme };
    let cost = 0;
    for (let k = 0; k < pc.length; k++)
      cost += (programme.costPerStudentYear / million) * survival(programme, k);
    const opened: number[] = [];
    years.forEach((year, t) => {
      const whole = t < settings.integerIntakes;
      const open = pair.openFrom === undefined || year >= pair.openFrom;
      const x = b.column({ kind: 'groups', ...id, year }, 0, open ? pair.maxGroups : 0, whole);
      const s = b.column({ kind: 'seats', ...id, year }, 0, pc.maxSeats, whole);
      pc.groups.push(x);
      pc.seats.push(s);
      b.cost(3, s, cost);
      let row = b.row({ kind: 'groupMin', ...id, year }, 0, Infinity);
      b.put(row, s, 1);
      b.put(row, x, -pc.groupMin);
      row = b.row({ kind: 'groupMax', ...id, year }, -Infinity, 0);
      b.put(row, s, 1);
      b.put(row, x, -pc.groupMax);
      addStability(ctx, pc, t);
      if (pair.isNew) addOpening(ctx, pc, t, open, whole, opened, newRows);
      if (pair.demand !== undefined)
        b.put(b.row({ kind: 'demand', ...id, year }, -Infinity, pair.demand), s, 1);
      if (pair.minSeats && t === 0)
        b.put(b.row({ kind: 'minSeats', ...id, year }, pair.minSeats, Infinity), s, 1);
    });
  }
}

function addStability({ builder: b, years }: ModelContext, pc: PairContext, t: number): void {
  const { pair, maxSeats } = pc;
  const label = { college: pair.college, programme: pair.programme, year: years[t]! };
  const most = Math.max(maxSeats, pair.lastYear);
  const rise = b.column({ kind: 'rise', ...label }, 0, Math.min(most, pair.maxRise ?? most));
  const cut = b.column({ kind: 'cut', ...label }, 0, Math.min(most, pair.maxCut ?? most));
  b.cost(4, rise, 1);
  b.cost(4, cut, 1);
  const before = t === 0 ? pair.lastYear : 0;
  const row = b.row({ kind: 'stability', ...label }, before, before);
  b.put(row, pc.seats[t]!, 1);
  if (t > 0) b.put(row, pc.seats[t - 1]!, -1);
  b.put(row, rise, -1);
  b.put(row, cut, 1);
}

function addOpening(
  { builder: b, years, settings }: ModelContext,
  pc: PairContext,
  t: number,
  open: boolean,
  whole: boolean,
  opened: number[],
  newRows: Map<string, number>,
): void {
  const { pair } = pc;
  const year = years[t]!;
  const n = b.column(
    { kind: 'opening', college: pair.college, programme: pair.programme, year },
    0,
    open ? 1 : 0,
    whole,
  );
  b.cost(4, n, settings.openingWeight);
  opened.push(n);
  const row = b.row(
    { kind: 'mayTeach', college: pair.college, programme: pair.programme, year },
    -Infinity,
    0,
  );
  b.put(row, pc.groups[t]!, 1);
  for (const o of opened) b.put(row, o, -pair.maxGroups);
  const key = `${pair.college}|${year}`;
  let limit = newRows.get(key);
  if (limit === undefined) {
    limit = b.row({ kind: 'newLimit', college: pair.college, year }, -Infinity, settings.newPerCollegeYear);
    newRows.set(key, limit);
  }
  b.put(limit, n, 1);
}
