import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const LISTS = ['classifiers', 'lists'] as const;
export const ITEMS = ['classifiers', 'items'] as const;
export const UNKNOWN = ['classifiers', 'unknown'] as const;
export const CROSSWALK = ['classifiers', 'crosswalk'] as const;

export type List = Awaited<ReturnType<typeof api.listLists>>['data']['rows'][number];
export type Item = Awaited<ReturnType<typeof api.listItems>>['data']['rows'][number];
export type CrosswalkRow = Awaited<ReturnType<typeof api.listCrosswalk>>['data']['rows'][number];
export type Edge = CrosswalkRow['edges'][number];
export type Preview = Awaited<ReturnType<typeof api.previewUpload>>['data'];
