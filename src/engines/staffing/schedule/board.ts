import type { Id } from '../types.ts';
import type { ScheduleInstance } from './types.ts';

/** The instance in dense numbers: the options (site, start) of each session, cheapest first. */
export interface Board {
  sessions: number;
  days: number;
  competences: Id[];
  length: Int32Array;
  need: Int32Array;
  competence: Int32Array;
  first: Int32Array;
  site: Int32Array;
  start: Int32Array;
  cost: Float64Array;
  unplaced: number;
  /** By site × day and competence × day. */
  siteRoom: Int32Array;
  expertRoom: Int32Array;
}

export function boardOf(instance: ScheduleInstance): Board {
  const { sessions, sites, calendar, weights } = instance;
  const days = calendar.length;
  const dayOf = new Map(calendar.map((d, k) => [String(d), k]));
  const competences: Id[] = [];
  const known = new Map<string, number>();
  const competence = Int32Array.from(sessions, (s) => {
    const key = String(s.competence);
    if (!known.has(key)) {
      known.set(key, competences.length);
      competences.push(s.competence);
    }
    return known.get(key)!;
  });
  const siteRoom = new Int32Array(sites.length * days);
  const equipped = sites.map((site) => new Set(site.competences.map(String)));
  sites.forEach((site, k) => {
    for (const d of site.days) {
      const day = dayOf.get(String(d));
      if (day !== undefined) siteRoom[k * days + day] = site.rooms ?? 1;
    }
  });
  const expertRoom = new Int32Array(competences.length * days);
  for (const e of instance.experts)
    for (const c of new Set(e.competences.map(String)))
      for (const d of new Set(e.days.map(String))) {
        const at = known.get(c);
        const day = dayOf.get(d);
        if (at !== undefined && day !== undefined) expertRoom[at * days + day]! += 1;
      }
  for (const cut of instance.fewer ?? []) {
    const at = known.get(String(cut.competence));
    const day = dayOf.get(String(cut.day));
    if (at === undefined || day === undefined) continue;
    expertRoom[at * days + day] = Math.max(0, expertRoom[at * days + day]! - cut.experts);
  }
  const first = new Int32Array(sessions.length + 1);
  const options: [number, number, number][] = [];
  sessions.forEach((s, k) => {
    const own: [number, number, number][] = [];
    const starts = [...new Set(s.starts.map((d) => dayOf.get(String(d)) ?? -1))].filter((d) => d >= 0);
    const earliest = Math.min(...starts);
    const length = s.length ?? 1;
    sites.forEach((site, j) => {
      if (site.stations < s.group || !equipped[j]!.has(String(s.competence))) return;
      const km = weights.km * kilometres(s, site);
      for (const start of starts) {
        let fits = start + length <= days;
        for (let d = start; fits && d < start + length; d++)
          fits = siteRoom[j * days + d]! > 0 && expertRoom[competence[k]! * days + d]! >= s.n;
        if (fits) own.push([km + weights.late * (start - earliest), j, start]);
      }
    });
    own.sort((a, b) => a[0] - b[0] || a[2] - b[2] || a[1] - b[1]);
    for (const o of own) options.push(o);
    first[k + 1] = options.length;
  });
  return {
    sessions: sessions.length,
    days,
    competences,
    length: Int32Array.from(sessions, (s) => s.length ?? 1),
    need: Int32Array.from(sessions, (s) => s.n),
    competence,
    first,
    site: Int32Array.from(options, (o) => o[1]),
    start: Int32Array.from(options, (o) => o[2]),
    cost: Float64Array.from(options, (o) => o[0]),
    unplaced: weights.unplaced,
    siteRoom,
    expertRoom,
  };
}

function kilometres(a: { x?: number; y?: number }, b: { x?: number; y?: number }): number {
  if (a.x === undefined || a.y === undefined || b.x === undefined || b.y === undefined) return 0;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.floor(Math.sqrt(dx * dx + dy * dy) + 0.5);
}
