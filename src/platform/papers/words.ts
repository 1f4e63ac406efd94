import ru from './messages.ru.ts';
import { longDate } from './russian/dates.ts';

/** Papers are Russian only, so their fixed words come from the Russian catalogue whatever the language of the screen. */
export function word(id: keyof typeof ru, params: Record<string, string> = {}): string {
  return ru[id].replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
}

/** Day of a paper, or a line to write it by hand. */
export function dayOrLine(date: string | null): string {
  return date === null ? word('paper.dateLine') : longDate(date);
}

/** Number of a paper, or a line to write it by hand. */
export function numberOrLine(number: string | null): string {
  return word('paper.number', { number: number ?? word('paper.numberLine') });
}
