import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const STAFFINGS = ['exams', 'staffings'] as const;
export const DEMAND = ['exams', 'demand'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Lists = Data<typeof api.checkLists>;
export type Staffing = Data<typeof api.getStaffing>;
export type StaffingHead = Data<typeof api.listStaffings>['rows'][number];
export type StaffedExam = Staffing['rows'][number];
export type StaffedSeat = StaffedExam['seats'][number];
export type Demand = NonNullable<Data<typeof api.getDemand>['demand']>;
export type Shortage = Demand['shortages'][number];
export type Repair = Data<typeof api.previewRepair>;
