import { contract as forecast } from '../../../modules/forecast/contract.ts';
import { contract as order } from '../../../modules/order/contract.ts';
import { apiOf } from '../../api.ts';

const need = apiOf(forecast);
const seats = apiOf(order);

/** What anybody may read: published figures only. */
export const publicApi = { need: need.publicNeed, seats: seats.publicSeats };
export const NEED = ['public', 'need'] as const;
export const SEATS = ['public', 'seats'] as const;

export type PublicNeed = Awaited<ReturnType<typeof publicApi.need>>['data'];
export type PublicSeats = Awaited<ReturnType<typeof publicApi.seats>>['data'];
export type SeatOffer = PublicSeats['rows'][number];

/** Published forecasts are given to tens. */
export const tens = (value: number): number => Math.round(value / 10) * 10;
