// cyrillic: words of papers, which are in Russian alone
import { type Block, longDate } from '../../../platform/papers/index.ts';
import type { ExamFacts } from './exam-data.ts';

export const ROLES: Record<ExamFacts['seats'][number]['role'], string> = {
  chief: 'главный эксперт',
  line: 'эксперт',
  technical: 'технический эксперт',
  witness: 'член ГЭК',
};
export const GRADES: Record<number, string> = {
  2: 'неудовлетворительно',
  3: 'удовлетворительно',
  4: 'хорошо',
  5: 'отлично',
};
export const HIDDEN = 'имя скрыто до подписи';

/** 540 → «9:00». */
export const clockOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export const chiefOf = (data: ExamFacts): string =>
  data.seats.find(({ role }) => role === 'chief')?.name ?? '';
export const technicalOf = (data: ExamFacts): string =>
  data.seats.find(({ role }) => role === 'technical')?.name ?? '';

/** What every paper of an exam begins with. */
export const headOf = (
  data: ExamFacts,
  { kind, title, date, number }: { kind: string; title: string; date: string | null; number: string | null },
): Block[] => [
  { kind: 'letterhead', organisation: data.college },
  { kind: 'paperKind', text: kind },
  { kind: 'requisites', date, number },
  { kind: 'title', text: title },
  {
    kind: 'paragraph',
    align: 'left',
    indent: false,
    text: `Экзамен ${data.exam}: ${longDate(data.day)}, начало в ${clockOf(data.startsAt)}.\nПрограмма: ${data.programme}. Комплект: ${data.kit}.\nЦентр проведения: ${data.centre}, ${data.address}.`,
  },
];
