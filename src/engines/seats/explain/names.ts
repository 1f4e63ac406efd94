import type { OrderInstance } from '../types.ts';

export interface Names {
  college(id: string | undefined): string;
  programme(id: string | undefined): string;
  occupation(id: string | undefined): string;
  zone(id: string | undefined): string;
  workshop(id: string | undefined): string;
  budget(id: string | undefined): string;
  policy(id: string | undefined): string;
  centre(id: string | undefined): string;
  /** Area and base of an applicants row, `area:9`. */
  area(id: string | undefined): { area: string; base: string };
}

/** Names for people instead of ids; an unknown id stays itself. */
export function namesOf(o: OrderInstance): Names {
  const by = (list: { id: string; name: string }[] | undefined) => {
    const names = new Map((list ?? []).map((x) => [x.id, x.name]));
    return (id: string | undefined) => names.get(id ?? '') ?? id ?? '';
  };
  const zone = by(o.zones);
  return {
    college: by(o.colleges),
    programme: by(o.programmes.map((p) => ({ id: p.id, name: `${p.code} ${p.name}` }))),
    occupation: by(o.occupations),
    zone,
    workshop: by(o.workshops),
    budget: by(o.budgets),
    policy: by(o.policies),
    centre: by(o.centres),
    area(id) {
      const cut = (id ?? '').lastIndexOf(':');
      const area = (id ?? '').slice(0, cut);
      return { area: zone(area), base: (id ?? '').slice(cut + 1) };
    },
  };
}
