/** How far a permission reaches, widest first. */
export const SCOPES = ['all', 'territory', 'organisation', 'assigned', 'consented', 'own'] as const;
export type Scope = (typeof SCOPES)[number];

export const wider = (a: Scope, b: Scope): Scope => (SCOPES.indexOf(a) <= SCOPES.indexOf(b) ? a : b);
