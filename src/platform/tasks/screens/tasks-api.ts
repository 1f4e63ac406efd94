import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const TASKS = ['tasks'] as const;

export type TaskRow = Awaited<ReturnType<typeof api.listMyTasks>>['data']['rows'][number];
export type ChangeRow = Awaited<ReturnType<typeof api.listChanges>>['data']['rows'][number];
