import type { ReactNode } from 'react';
import type { MessageKey } from '../platform/i18n/catalogue.ts';
import type { IconName } from './widgets/icon-paths.ts';

/** `own`: the page draws its whole frame itself, as the tablet at an exam does. */
export type Layout = 'desk' | 'public' | 'print' | 'bare' | 'own';
export type MenuSection = 'work' | 'need' | 'study' | 'practice' | 'exams' | 'hiring' | 'data' | 'admin';

export interface MenuEntry {
  icon: IconName;
  /** Smaller comes first within its section. */
  order: number;
  section?: MenuSection;
  /** A shorter name for the menu, when the title of the page is long. */
  title?: MessageKey;
  /** Show how many things wait there. */
  count?: 'tasks';
}

export interface Page {
  /** Address with `$name` for parameters: `/needs/$id`. */
  path: string;
  title: MessageKey;
  layout: Layout;
  menu?: MenuEntry;
  /** The permission that must be in the session; without it the page says so and is not in the menu. */
  right?: string;
  load: () => Promise<{ default: () => ReactNode }>;
}

/** Declares a page. The file next to it, `<name>.screen.tsx`, is loaded only when the page is opened. */
export function page(declared: Page): Page {
  return declared;
}
