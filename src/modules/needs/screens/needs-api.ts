import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const LINES = ['needs', 'lines'] as const;
export const MINE = ['needs', 'mine'] as const;
export const CAMPAIGNS = ['needs', 'campaigns'] as const;
export const PROJECTS = ['needs', 'projects'] as const;
export const VACANCIES = ['needs', 'vacancies'] as const;

export type Line = Awaited<ReturnType<typeof api.listLines>>['data']['rows'][number];
export type Mine = Awaited<ReturnType<typeof api.getMyNeeds>>['data'];
export type MyRow = Mine['rows'][number];
export type Campaign = Awaited<ReturnType<typeof api.listCampaigns>>['data']['rows'][number];
export type Response = Awaited<ReturnType<typeof api.getCampaign>>['data']['bySize'][number];
export type Project = Awaited<ReturnType<typeof api.listProjects>>['data']['rows'][number];
export type Vacancy = Awaited<ReturnType<typeof api.listVacancies>>['data']['rows'][number];
export type Preview = Awaited<ReturnType<typeof api.previewImport>>['data'];
