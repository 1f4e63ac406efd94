import { apiOf } from '../../../web/api.ts';
import { contract as registry } from '../../registry/contract.ts';
import type { api } from './exams-api.ts';

const places = apiOf({
  listOrganisations: registry.listOrganisations,
  listMunicipalities: registry.listMunicipalities,
});
export const { listOrganisations, listMunicipalities } = places;

export const BOARDS = ['exams', 'boards'] as const;
export const ATTESTATIONS = ['exams', 'attestations'] as const;
export const CENTRES = ['exams', 'centres'] as const;
export const FEDERAL = ['exams', 'federal'] as const;
export const PAPER = ['exams', 'paper'] as const;
export const RECORDS = ['exams', 'records'] as const;
export const REPEATS = ['exams', 'repeats'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Board = Data<typeof api.listBoards>['rows'][number];
export type Attestation = Data<typeof api.listAttestations>['rows'][number];
export type CentreRow = Data<typeof api.listCentres>['rows'][number];
export type RecordsOf = Data<typeof api.listRecords>['rows'][number];
export type Repeat = Data<typeof api.listRepeats>['rows'][number];

/** The day in the portal's own zone, as the server writes it. */
export const todayHere = (): string => new Date().toLocaleDateString('sv-SE');

/** «12,5» → 1250: what people type as points or percent, in hundredths; null when it is no number. */
export function hundredthsOf(text: string): number | null {
  const given = text.trim().replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(given) ? Math.round(Number(given) * 100) : null;
}
