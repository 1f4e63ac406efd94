/** What comes from the federal platform in files. */
export const KINDS = ['groups', 'experts', 'results'] as const;
export type Kind = (typeof KINDS)[number];
