import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const LINES = ['needs', 'lines'] as const;
export const MINE = ['needs', 'mine'] as const;
export const CAMPAIGNS = ['needs', 'campaigns'] as const;
export const PROJECTS = ['needs', 'projects'] as const;
export const VACANCIES = ['needs', 'vacancies'] as const;
export const IMPORTS = ['needs', 'imports'] as const;

type Data<F extends (...input: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];

export type Line = Data<typeof api.listLines>['rows'][number];
export type Mine = Data<typeof api.getMyNeeds>;
export type MyRow = Mine['rows'][number];
export type Campaign = Data<typeof api.listCampaigns>['rows'][number];
export type Response = Data<typeof api.getCampaign>['bySize'][number];
export type Project = Data<typeof api.listProjects>['rows'][number];
export type Vacancy = Data<typeof api.listVacancies>['rows'][number];
export type VacancyLine = Data<typeof api.listVacancyLines>['rows'][number];
export type Import = Data<typeof api.getImport>;
export type ImportRow = Data<typeof api.listImports>['rows'][number];
