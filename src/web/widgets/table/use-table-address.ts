import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readState, type TableState, writeState } from './table-state.ts';

/** The state of a table in the address. A screen whose server sorts and filters reads it here as well. */
export function useTableAddress(prefix = ''): [TableState, (next: TableState) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const state = useMemo(() => readState(search, prefix), [search, prefix]);
  const set = useCallback(
    (next: TableState) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...writeState(next, before, prefix) }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, prefix],
  );
  return [state, set];
}
