/**
 * All tables and views of the house. Empty here: each room's generated `tables.ts` adds its own by
 * declaration merging, so that no list is kept by hand.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging from every tables.ts
export interface Database {}
