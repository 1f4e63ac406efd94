import { sql } from 'kysely';
import type { z } from 'zod';
import type { organisationRow } from '../contract.ts';

export type OrganisationRow = z.output<typeof organisationRow>;

/** The columns of a row, read from `registry.organisation_v o`. */
export const organisationColumns = sql`o.id, o.kind, o.full_name as "fullName", o.short_name as "shortName", o.inn,
  o.municipality_id as "municipalityId", o.municipality_name as "municipalityName", o.okved,
  o.size_class as "sizeClass", o.headcount, o.verified, o.is_demo as "isDemo"`;
