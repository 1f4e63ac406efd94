import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const KITS = ['exams', 'kits'] as const;
export const SESSIONS = ['exams', 'sessions'] as const;
export const SESSION = ['exams', 'session'] as const;
export const SEATS = ['exams', 'my-seats'] as const;
export const MINE = ['exams', 'mine'] as const;
export const APPEALS = ['exams', 'appeals'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Kit = Data<typeof api.getKit>;
export type KitLine = Data<typeof api.listKits>['rows'][number];
export type ExamRow = Data<typeof api.listSessions>['rows'][number];
export type Exam = Data<typeof api.getSession>;
export type MySeat = Data<typeof api.mySeats>['rows'][number];
export type MyExam = Data<typeof api.myExams>['rows'][number];
export type AppealRow = Data<typeof api.listAppeals>['rows'][number];
export type Centre = Data<typeof api.listCentres>['rows'][number];

/** 41,50: hundredths of a point, as everywhere on papers. */
export const pointsOf = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;

/** 540 → «9:00». */
export const clockOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** A file that came as base64 goes to the person's disk. */
export function saveFile({ name, type, base64 }: { name: string; type: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
