import type { FitInstance, FitOpening, FitPerson, Id } from '../types.ts';

/** The rules of scoring once more, by plain maps over ids and pair by pair: shares no code with the engine. */
export class Recount {
  readonly #instance: FitInstance;
  readonly #wider: Map<string, string[]>;
  readonly #rarity: Map<string, number>;
  readonly #parts = new Map<string, Map<string, number>>();

  constructor(instance: FitInstance) {
    this.#instance = instance;
    this.#wider = new Map(
      instance.skills.map((it) => [
        String(it.id),
        [...new Set(it.broader.map(String))].filter((wide) => wide !== String(it.id)),
      ]),
    );
    const asking = new Map<string, number>();
    for (const { essential, optional } of instance.openings)
      for (const skill of new Set([...essential, ...optional].map(String)))
        asking.set(skill, (asking.get(skill) ?? 0) + 1);
    const n = instance.openings.length;
    this.#rarity = new Map(
      [...asking].map(([skill, count]) => [skill, Math.max(1, Math.round(Math.log(1 + n / count) * 100))]),
    );
  }

  /** Thousandths of a competence that a person holds, by the greatest of all ways. */
  parts(person: FitPerson): Map<string, number> {
    const known = this.#parts.get(String(person.id));
    if (known) return known;
    const { broader, sibling } = this.#instance.options;
    const parts = new Map<string, number>();
    const climb = (skill: string, part: number) => {
      if (part <= (parts.get(skill) ?? 0)) return;
      parts.set(skill, part);
      for (const wide of this.#wider.get(skill) ?? []) climb(wide, Math.floor((part * broader) / 1000));
    };
    for (const skill of person.has) climb(String(skill), 1000);
    if (sibling > 0)
      for (const own of new Set(person.has.map(String)))
        for (const [other, wide] of this.#wider)
          if (other !== own && wide.some((it) => (this.#wider.get(own) ?? []).includes(it)))
            if ((parts.get(other) ?? 0) < sibling) parts.set(other, sibling);
    this.#parts.set(String(person.id), parts);
    return parts;
  }

  /** What an opening asks, with the weight of each. */
  asked(opening: FitOpening): Map<string, { weight: number; essential: boolean }> {
    const essential = new Set(opening.essential.map(String));
    const all = new Set([...opening.optional.map(String), ...essential]);
    return new Map(
      [...all].map((skill) => {
        const times = essential.has(skill) ? this.#instance.options.essential : 1;
        return [skill, { weight: times * this.#rarity.get(skill)!, essential: essential.has(skill) }];
      }),
    );
  }

  pair(person: FitPerson, opening: FitOpening): { score: number; most: number; share: number } {
    const parts = this.parts(person);
    let score = 0;
    let most = 0;
    for (const [skill, { weight }] of this.asked(opening)) {
      score += (parts.get(skill) ?? 0) * weight;
      most += 1000 * weight;
    }
    return { score, most, share: most === 0 ? 0 : Number((BigInt(score) * 1_000_000n) / BigInt(most)) };
  }

  meets(person: FitPerson, opening: FitOpening): boolean {
    if (opening.programmes && (person.programme === undefined || !has(opening.programmes, person.programme)))
      return false;
    if (person.from && opening.to && opening.to < person.from) return false;
    if (person.to && opening.from && opening.from > person.to) return false;
    const placed = [person.x, person.y, opening.x, opening.y].every((it) => it !== undefined);
    if (!placed) return true;
    const km = Math.hypot(person.x! - opening.x!, person.y! - opening.y!);
    return [person.maxKm, opening.maxKm].every((most) => most === undefined || km <= most);
  }
}

const has = (list: readonly Id[], id: Id) => list.map(String).includes(String(id));

/** FNV-1a of the text, 32 bits, by arithmetic on wide integers. */
export function hashOf(id: Id): bigint {
  let hash = 0x811c9dc5n;
  for (const unit of Array.from({ length: String(id).length }, (_, k) => String(id).charCodeAt(k)))
    hash = ((hash ^ BigInt(unit)) * 0x01000193n) & 0xffffffffn;
  return hash;
}
