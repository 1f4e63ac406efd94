import { apiOf } from '../../../../web/api.ts';
import { contract } from '../../contract.ts';

export const api = apiOf(contract);
export const FORMS = ['practice', 'forms'] as const;
export type FormRow = Awaited<ReturnType<typeof api.listForms>>['data']['rows'][number];

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');
