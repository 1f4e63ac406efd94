import type { FitInstance } from '../types.ts';
import { allowed } from './terms.ts';

const limits = (it: object) => 'maxKm' in it || 'from' in it || 'to' in it;

/**
 * Tells before any scoring whom a query may meet: 1 for allowed. Null when nothing limits anybody, which costs
 * nothing.
 */
export class Filter {
  readonly #instance: FitInstance;
  readonly #free: boolean;

  constructor(instance: FitInstance) {
    this.#instance = instance;
    const { people, openings } = instance;
    this.#free = !openings.some((it) => it.programmes || limits(it)) && !people.some(limits);
  }

  ofPerson(person: number): Uint8Array | null {
    if (this.#free) return null;
    const { people, openings } = this.#instance;
    const own = people[person]!;
    return Uint8Array.from(openings, (it) => (allowed(own, it) ? 1 : 0));
  }

  ofOpening(opening: number): Uint8Array | null {
    if (this.#free) return null;
    const { people, openings } = this.#instance;
    const own = openings[opening]!;
    return Uint8Array.from(people, (it) => (allowed(it, own) ? 1 : 0));
  }
}
