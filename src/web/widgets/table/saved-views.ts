import { useState } from 'react';
import { contract } from '../../../platform/views/contract.ts';
import { apiOf, useChange, useRead } from '../../api.ts';
import type { TableState } from './table-state.ts';

export interface SavedView {
  name: string;
  state: TableState;
  /** The whole address of the page: filters of the screen itself, besides those of the table. */
  page?: Record<string, string>;
}

/** What a table asks of the place where views are kept. */
export interface ViewStore {
  views: SavedView[];
  keep: (view: SavedView) => void;
  drop: (name: string) => void;
  /** Why the last act did not succeed. */
  problem: string | null;
}

const api = apiOf(contract);
const VIEWS = ['views'] as const;

/** Views a person gave names to, kept by the server: the same on every device. The same name again replaces the old. */
export function useServerViews(list: string): ViewStore {
  const read = useRead(VIEWS, api.listViews, { list }, { retry: false });
  const save = useChange(api.saveView, [VIEWS]);
  const drop = useChange(api.dropView, [VIEWS]);
  return {
    views: (read.data?.data.rows ?? []).map(({ name, content }) => ({
      ...(content as unknown as SavedView),
      name,
    })),
    keep: ({ name, ...content }) => save.mutate({ list, name, content: { ...content } }),
    drop: (name) => drop.mutate({ list, name }),
    problem: (save.error ?? drop.error)?.message ?? null,
  };
}

/** Views of somebody who is not signed in: they live until the page is closed, and the address can be kept. */
export function usePageViews(): ViewStore {
  const [views, setViews] = useState<SavedView[]>([]);
  return {
    views,
    keep: (view) => setViews((all) => [...all.filter(({ name }) => name !== view.name), view]),
    drop: (name) => setViews((all) => all.filter((view) => view.name !== name)),
    problem: null,
  };
}
