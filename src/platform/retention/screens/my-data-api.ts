import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export type Section = Awaited<ReturnType<typeof api.myData>>['data']['sections'][number];
export type PersonalRecord = Section['records'][number];
export type Look = Awaited<ReturnType<typeof api.listLooks>>['data']['rows'][number];
export type DataRequest = Awaited<ReturnType<typeof api.listMyRequests>>['data']['rows'][number];

export const MINE = ['retention', 'mine'] as const;
