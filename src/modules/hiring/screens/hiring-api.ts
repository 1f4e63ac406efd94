import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const INTERESTS = ['hiring', 'interests'] as const;
export const SHOWN = ['hiring', 'shown'] as const;
export const CANDIDATES = ['hiring', 'candidates'] as const;
export const OFFERS = ['hiring', 'offers'] as const;
export const HIRES = ['hiring', 'hires'] as const;
export const OPENINGS = ['hiring', 'openings'] as const;
export const MINE = ['hiring', 'mine'] as const;
export const OUTCOMES = ['hiring', 'outcomes'] as const;
export const FORM = ['hiring', 'form'] as const;

/** A consent may be taken back while the page is open: the house tells it at once; the interval is for a line that broke. */
export const FRESH = {
  meta: { staleBy: 'registry.consent.withdrawn' },
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
} as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Interest = Data<typeof api.listInterests>['rows'][number];
export type Session = Data<typeof api.listSessions>['rows'][number];
export type Shown = Data<typeof api.listShown>['rows'][number];
export type Candidate = Data<typeof api.listCandidates>['rows'][number];
export type Offer = Data<typeof api.listOffers>['rows'][number];
export type Hire = Data<typeof api.listHires>['rows'][number];
export type Opening = Data<typeof api.listOpenings>['rows'][number];
export type Fitting = Data<typeof api.listFitting>['rows'][number];
export type Work = Data<typeof api.myWork>;
export type Match = Data<typeof api.myMatches>['rows'][number];
export type Outcome = Data<typeof api.listOutcomes>['rows'][number];
export type FormRow = Data<typeof api.getForm>['rows'][number];
export type OutcomeFile = Data<typeof api.previewOutcomeFile>;

export const todayHere = () => new Date().toLocaleDateString('en-CA');
/** A day so many days ahead, where the reader is: only a value to begin with. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA');

/** Roubles as typed → kopecks. */
export const kopecksOf = (text: string): number | null =>
  text.trim() === '' ? null : Math.round(Number(text.replace(/\s/g, '').replace(',', '.')) * 100);
