import { type RawBuilder, sql } from 'kysely';
import type { Queued } from '../../../platform/jobs/index.ts';
import { type Scope, within } from '../../../platform/rights/index.ts';
import { type Actor, refuse } from '../../../platform/use-case/index.ts';
import { importJob } from './import.job.ts';
import type { ImportInput } from './run-import.ts';

export type Kind = 'needs' | 'vacancies' | 'outcomes';

/** Bringing a file needs the right to change what it holds. */
export const KIND_RIGHT = {
  needs: 'needs.line.edit',
  vacancies: 'needs.vacancy.edit',
  outcomes: 'needs.outcome.edit',
} as const satisfies Record<Kind, string>;

/** Outcomes are read and stored by the room of programmes, which stands above; its job is known here by name only. */
const OUTCOMES_JOB: Queued<ImportInput> = { ...importJob, name: 'programmes.import-outcomes' };

export const jobOf = (kind: Kind): Queued<ImportInput> => (kind === 'outcomes' ? OUTCOMES_JOB : importJob);

export const kindsOf = (may: (permission: string) => boolean): Kind[] =>
  (Object.keys(KIND_RIGHT) as Kind[]).filter((kind) => may(KIND_RIGHT[kind]));

export function demandKind(kind: Kind, may: (permission: string) => boolean): void {
  const right = KIND_RIGHT[kind];
  if (!may(right)) throw refuse('use-case:error.noRight', { right }, { status: 403 });
}

/** Uploads `i` that this person may see: of the own enterprise, of the own territory, or all, of kinds they may bring. */
export const visible = (
  scope: Scope,
  actor: Actor,
  may: (permission: string) => boolean,
): RawBuilder<boolean> =>
  sql<boolean>`(i.kind = any(${kindsOf(may)}::text[]) and ${within(scope, actor, {
    organisation: 'i.organisation_id',
    municipality: 'i.municipality_id',
  })})`;
