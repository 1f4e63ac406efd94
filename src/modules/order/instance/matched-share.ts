/** Where graduates of a programme go, as shares of all of them; `inField` is a share of those who work. */
export interface Destinations {
  army: number;
  /** Further study, parental leave and other regions together. */
  gone: number;
  inField: number;
}

/**
 * Share of those not called up who take up work by their training, as the engine asks for it. The shares of the army
 * and of those gone are of all graduates; the engine takes the army off first, so that both together leave
 * inField × (1 − army − gone), the closed formula of the balance.
 */
export function matchedShare({ army, gone, inField }: Destinations): number {
  const left = Math.max(0.05, 1 - army - gone) / Math.max(0.05, 1 - army);
  return Math.max(0.001, inField * Math.min(1, left));
}
