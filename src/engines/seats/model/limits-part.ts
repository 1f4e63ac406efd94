import type { SeatFilter } from '../types.ts';
import type { ModelContext, PairContext } from './context.ts';
import { million, survival } from './context.ts';

/** Rows (5) places and workshops, (6) budgets, (7) applicants, (10) policy, and an official's decisions. */
export function addLimits(ctx: ModelContext): void {
  addCapacity(ctx);
  addBudgets(ctx);
  const { builder: b, years, instance } = ctx;
  for (const a of instance.applicants ?? []) {
    const t = years.indexOf(a.year);
    if (t < 0) continue;
    const row = b.row({ kind: 'applicants', id: `${a.area}:${a.base}`, year: a.year }, -Infinity, a.count);
    for (const pc of ctx.pairs)
      if (pc.area === a.area && pc.programme.base === a.base) b.put(row, pc.seats[t]!, 1);
  }
  addPolicies(ctx);
  for (const d of instance.decisions ?? []) {
    const pc = ctx.pairs.find((p) => p.pair.college === d.college && p.pair.programme === d.programme)!;
    const label = { kind: 'decision', college: d.college, programme: d.programme, year: d.year } as const;
    b.put(b.row(label, d.seats, d.seats), pc.seats[years.indexOf(d.year)]!, 1);
  }
}

/** Students of intake `t` who are in their places in year `y`, per seat; zero when gone. */
function present(pc: PairContext, t: number, y: number): number {
  return y >= t && y < t + pc.length ? survival(pc.programme, y - t) : 0;
}

function addCapacity({ builder: b, years, pairs, instance }: ModelContext): void {
  for (const college of instance.colleges) {
    const own = pairs.filter((p) => p.college === college);
    if (own.length === 0) continue;
    years.forEach((year, y) => {
      const legacy = (college.legacy ?? []).reduce((sum, l) => (l.year === year ? sum + l.students : sum), 0);
      const row = b.row({ kind: 'places', college: college.id, year }, -Infinity, college.places - legacy);
      for (const pc of own) for (let t = 0; t <= y; t++) b.put(row, pc.seats[t]!, present(pc, t, y));
    });
  }
  for (const w of instance.workshops ?? []) {
    const own = pairs.filter((p) => p.pair.workshop === w.id);
    if (own.length === 0) continue;
    years.forEach((year, y) => {
      const row = b.row({ kind: 'workshop', id: w.id, year }, -Infinity, w.capacity);
      for (const pc of own) for (let t = 0; t <= y; t++) b.put(row, pc.seats[t]!, present(pc, t, y));
    });
  }
}

function addBudgets({ builder: b, years, pairs, instance }: ModelContext): void {
  const first = instance.budgets?.[0]?.id;
  for (const budget of instance.budgets ?? []) {
    const free = (budget.amount - (budget.committed ?? 0)) / million;
    const row = b.row({ kind: 'budget', id: budget.id, year: budget.year }, -Infinity, free);
    const y = budget.year - years[0]!;
    for (const pc of pairs) {
      if ((pc.pair.budget ?? first) !== budget.id) continue;
      const norm = pc.programme.costPerStudentYear / million;
      for (let t = 0; t <= Math.min(y, years.length - 1); t++)
        b.put(row, pc.seats[t]!, norm * present(pc, t, y));
    }
  }
}

function matches(pc: PairContext, f: SeatFilter | undefined): boolean {
  if (!f) return true;
  return (
    (!f.programmes || f.programmes.includes(pc.programme.id)) &&
    (!f.groups || f.groups.includes(pc.programme.group)) &&
    (!f.colleges || f.colleges.includes(pc.college.id)) &&
    (!f.districts || f.districts.includes(pc.college.district)) &&
    (!f.base || f.base === pc.programme.base)
  );
}

function addPolicies({ builder: b, years, pairs, instance }: ModelContext): void {
  for (const p of instance.policies ?? [])
    for (const year of p.years ?? [instance.decisionYear]) {
      const t = years.indexOf(year);
      if (t < 0) continue;
      const label = { kind: 'policy', id: p.id, year } as const;
      if (p.kind === 'minShare') {
        const row = b.row(label, 0, Infinity);
        for (const pc of pairs) b.put(row, pc.seats[t]!, (matches(pc, p.filter) ? 1 : 0) - p.share!);
        continue;
      }
      const row =
        p.kind === 'minSeats' ? b.row(label, p.seats!, Infinity) : b.row(label, -Infinity, p.seats!);
      for (const pc of pairs) if (matches(pc, p.filter)) b.put(row, pc.seats[t]!, 1);
    }
}
