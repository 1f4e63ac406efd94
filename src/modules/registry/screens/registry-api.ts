import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const ORGANISATIONS = ['registry', 'organisations'] as const;
export const ASSIGNMENTS = ['registry', 'assignments'] as const;
export const DUPLICATES = ['registry', 'duplicates'] as const;
export const PLACES = ['registry', 'places'] as const;
export const CONSENTS = ['registry', 'consents'] as const;

export type Organisation = Awaited<ReturnType<typeof api.listOrganisations>>['data']['rows'][number];
export type Card = Awaited<ReturnType<typeof api.getOrganisation>>['data'];
export type Assignment = Awaited<ReturnType<typeof api.listAssignments>>['data']['rows'][number];

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');
