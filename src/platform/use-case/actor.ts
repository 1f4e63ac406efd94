import type { Scope } from '../rights/scope.ts';

/** Who acts: a person in one dated role, a service account, the system itself, or an anonymous visitor. */
export interface Actor {
  kind: 'person' | 'service' | 'system' | 'visitor' | 'link';
  personId: string | null;
  assignmentId: string | null;
  role: string;
  organisationId: string | null;
  municipalityId: string | null;
  /** False: the organisation's authority is not checked yet; it may ask and offer, it sees no person. */
  verified: boolean;
  /** Permission → widest scope of this role. */
  rights: Readonly<Record<string, Scope>>;
  /** Acting for somebody, with the stated reason. */
  onBehalfOf?: { organisationId: string; reason: string };
}

export const visitor = (rights: Actor['rights']): Actor => ({
  kind: 'visitor',
  personId: null,
  assignmentId: null,
  role: 'visitor',
  organisationId: null,
  municipalityId: null,
  verified: false,
  rights,
});

/** Jobs, subscribers and the command line act as the system, for a stated cause. */
export const system = (cause: string): Actor => ({
  ...visitor({}),
  kind: 'system',
  role: `system:${cause}`,
  verified: true,
});
