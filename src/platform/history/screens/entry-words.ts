import type { Texts } from '../../../web/text.ts';
import type { Entry } from './history-api.ts';

const roomOf = (name: string) => name.split('.')[0] ?? name;

/** What was done: the room's sentence of it (its `done.ru.ts`), else the room and the kind of act. */
export function actWords({ tId }: Texts, { useCase, act }: Pick<Entry, 'useCase' | 'act'>): string {
  const room = tId(`rules:room.${roomOf(useCase)}`, { defaultValue: roomOf(useCase) });
  return tId(useCase.replace('.', ':done.'), { defaultValue: `${room}: ${tId(`history:act.${act}`)}` });
}

/** What it was about: the room's noun, where it has one. */
export function subjectWords({ tId }: Texts, { kind }: Entry['subject']): string {
  const room = tId(`rules:room.${roomOf(kind)}`, { defaultValue: roomOf(kind) });
  return tId(kind.replace('.', ':subject.'), { defaultValue: room });
}

export interface ChangedValue {
  name: string;
  before: string | null;
  after: string | null;
}

const shown = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
const fieldsOf = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return value === undefined ? {} : { value };
  return value as Record<string, unknown>;
};

/** Field by field what stood before and after; what stayed as it was is left out. */
export function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const [old, now] = [fieldsOf(before ?? {}), fieldsOf(after ?? {})];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name) => ({ name, before: shown(old[name]), after: shown(now[name]) }))
    .filter((one) => one.before !== one.after);
}
