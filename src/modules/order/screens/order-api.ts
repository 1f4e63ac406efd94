import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);

export const ORDER = ['order'] as const;
export const VARIANT = ['order', 'variant'] as const;
export const VARIANTS = ['order', 'variants'] as const;
export const ROWS = ['order', 'rows'] as const;
export const SEATS = ['order', 'seats'] as const;
export const TRAINED = ['order', 'trained'] as const;
export const ANSWERS = ['order', 'answers'] as const;
export const WHY = ['order', 'why'] as const;
export const COMPARE = ['order', 'compare'] as const;

export type Variant = Awaited<ReturnType<typeof api.getVariant>>['data'];
export type VariantCan = Awaited<ReturnType<typeof api.getVariant>>['can'];
export type VariantRow = Awaited<ReturnType<typeof api.listVariants>>['data']['rows'][number];
export type OrderRow = Awaited<ReturnType<typeof api.listOrder>>['data']['rows'][number];
export type SeatRow = Awaited<ReturnType<typeof api.listSeats>>['data']['rows'][number];
export type Answers = Awaited<ReturnType<typeof api.listAnswers>>['data'];
export type Objection = Answers['rows'][number]['objections'][number];
export type Reason = Awaited<ReturnType<typeof api.whySeats>>['data'];
export type Trained = Awaited<ReturnType<typeof api.listTrained>>['data'];
export type TrainedRow = Trained['rows'][number];
export type District = Awaited<ReturnType<typeof api.districtSheet>>['data'];
