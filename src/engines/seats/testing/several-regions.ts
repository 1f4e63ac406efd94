import type { OrderInstance } from '../types.ts';
import { smallRegion } from './small-region.ts';

/** The small region several times side by side: own colleges, zones and needs each, one budget for all. */
export function severalRegions(count: number): OrderInstance {
  const out = smallRegion();
  const parts = Array.from({ length: count }, (_, k) => {
    const o = smallRegion();
    const own = (id: string) => `${id}${k}`;
    // Needs differ, so that the regions compete for the money unequally.
    for (const n of o.needs) n.amount += k % 4;
    return {
      zones: o.zones.map((z) => ({ ...z, id: own(z.id) })),
      districts: o.districts.map((d) => ({ ...d, id: own(d.id), zone: own(d.zone) })),
      colleges: o.colleges.map((c) => ({ ...c, id: own(c.id), district: own(c.district) })),
      workshops: o.workshops!.map((w) => ({ ...w, id: own(w.id), college: own(w.college) })),
      pairs: o.pairs.map((p) => ({
        ...p,
        college: own(p.college),
        ...(p.workshop ? { workshop: own(p.workshop) } : {}),
      })),
      reach: o.reach.map((r) => ({ ...r, from: own(r.from), to: own(r.to) })),
      needs: o.needs.map((n) => ({
        ...n,
        zone: own(n.zone),
        ...(n.lines ? { lines: n.lines.map((l) => ({ ...l, id: own(l.id) })) } : {}),
      })),
      pipeline: o.pipeline!.map((s) => ({ ...s, zone: own(s.zone) })),
      applicants: o.applicants!.map((a) => ({ ...a, area: own(a.area) })),
      centres: o.centres!.map((c) => ({ ...c, id: own(c.id), zone: own(c.zone) })),
      courses: o.courses!.map((c) => ({ ...c, centre: own(c.centre) })),
    };
  });
  const all = <K extends keyof (typeof parts)[number]>(key: K) =>
    parts.flatMap((p) => p[key] as unknown[]) as (typeof parts)[number][K];
  return {
    ...out,
    id: `small × ${count}`,
    zones: all('zones'),
    districts: all('districts'),
    colleges: all('colleges'),
    workshops: all('workshops'),
    pairs: all('pairs'),
    reach: all('reach'),
    needs: all('needs'),
    pipeline: all('pipeline'),
    applicants: all('applicants'),
    centres: all('centres'),
    courses: all('courses'),
    // Less than each region alone would spend: a seat here is paid by a seat elsewhere.
    budgets: out.budgets!.map((b) => ({
      ...b,
      amount: Math.round(b.amount * count * 0.8),
      committed: (b.committed ?? 0) * count,
    })),
  };
}
