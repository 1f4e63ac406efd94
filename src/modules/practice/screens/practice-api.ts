import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const PLANS = ['practice', 'plans'] as const;
export const BOARD = ['practice', 'board'] as const;
export const OFFERS = ['practice', 'offers'] as const;
export const TRAINEES = ['practice', 'trainees'] as const;
export const SHARE = ['practice', 'appraisal-share'] as const;
export const MINE = ['practice', 'mine'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type YearPlan = Data<typeof api.listPlans>;
export type Plan = YearPlan['rows'][number];
export type Board = Data<typeof api.getBoard>;
export type BoardRow = Board['rows'][number];
export type Offer = Data<typeof api.listOffers>['rows'][number];
export type OfferCard = Data<typeof api.getOffer>;
export type Trainee = Data<typeof api.listTrainees>['rows'][number];
export type Mine = Data<typeof api.myPractice>['rows'][number];
export type PlanFile = Data<typeof api.previewPlanFile>;

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');

export const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(',', '.'));

/** «15.01.05, 15.01.38» → codes. */
export const partsOf = (text: string) => text.split(/\s*[,;]\s*/).filter((one) => one !== '');
