/** How far to trust a statement: W public page, S the resolution, M+ well known … M- weak, A our own analysis. */
export const TRUST = ['W', 'S', 'M+', 'M', 'M-', 'A'] as const;
export type Trust = (typeof TRUST)[number];
