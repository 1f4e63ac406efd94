import { useState } from 'react';
import type { TableState } from './table-state.ts';

export interface SavedView {
  name: string;
  state: TableState;
  /** The whole address of the page: filters of the screen itself, besides those of the table. */
  page?: Record<string, string>;
}

/** Where views are kept. The usual place is this browser; a screen may give the server's. */
export interface ViewStore {
  load: (table: string) => SavedView[];
  save: (table: string, views: SavedView[]) => void;
}

const keyOf = (table: string): string => `rostok-views-${table}`;

export const browserViews: ViewStore = {
  load(table) {
    try {
      return JSON.parse(localStorage.getItem(keyOf(table)) ?? '[]') as SavedView[];
    } catch {
      return [];
    }
  },
  save(table, views) {
    try {
      localStorage.setItem(keyOf(table), JSON.stringify(views));
    } catch {
      // a browser without storage: the view lives until the page is closed, and its address can be kept
    }
  },
};

/** Views a person gave names to. A new one with the same name replaces the old. */
export function useSavedViews(table: string, store: ViewStore = browserViews) {
  const [views, setViews] = useState(() => store.load(table));
  const put = (next: SavedView[]) => {
    setViews(next);
    store.save(table, next);
  };
  return {
    views,
    keep: (view: SavedView) => put([...views.filter(({ name }) => name !== view.name), view]),
    drop: (name: string) => put(views.filter((view) => view.name !== name)),
  };
}
