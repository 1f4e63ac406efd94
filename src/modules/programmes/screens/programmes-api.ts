import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);

export const PROGRAMMES = ['programmes', 'programmes'] as const;
export const GROUPS = ['programmes', 'groups'] as const;
export const STUDENT = ['programmes', 'student'] as const;
export const TEACHING = ['programmes', 'teaching'] as const;
export const ADMISSION = ['programmes', 'admission'] as const;
export const CONTINGENT = ['programmes', 'contingent'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Programme = Data<typeof api.listProgrammes>['rows'][number];
export type ProgrammeCard = Data<typeof api.getProgramme>;
export type Group = Data<typeof api.listGroups>['rows'][number];
export type GroupCard = Data<typeof api.getGroup>;
export type Student = GroupCard['students'][number];
export type StudentCard = Data<typeof api.getStudent>;
export type SeatLine = Data<typeof api.listAdmission>['rows'][number];
export type LastYear = Data<typeof api.listAdmission>['before'][number];
export type ContingentRow = Data<typeof api.countContingent>['rows'][number];
export type ImportPreview = Data<typeof api.previewImport>;

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');

/** «3,62» or «3.62» → 362; empty → null. */
export const hundredths = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' ? null : Math.round(value * 100);
};

/** The number a field holds; empty → null. */
export const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(',', '.'));
