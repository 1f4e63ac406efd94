import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const HISTORY = ['history', 'entries'] as const;
export type Entry = Awaited<ReturnType<typeof api.listEntries>>['data']['rows'][number];
