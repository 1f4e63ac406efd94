import { useNavigate, useSearch } from '@tanstack/react-router';

/** Filters that the server applies, kept in the address: a link shows the same rows to everybody. */
export function useFilters<const N extends string>(names: readonly N[]) {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const values = Object.fromEntries(names.map((it) => [it, String(search[it] ?? '')])) as Record<N, string>;
  const set = (name: N, value: string) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, [name]: value || undefined }),
      replace: true,
      resetScroll: false,
    });
  return { values, set };
}

/** One such filter, in the way of `useState`. */
export function useFilter(name: string): [string, (value: string) => void] {
  const { values, set } = useFilters([name]);
  return [values[name] ?? '', (value) => set(name, value)];
}

/** One that is on or off. */
export function useMark(name: string): [boolean, (on: boolean) => void] {
  const [value, set] = useFilter(name);
  return [value !== '', (on) => set(on ? '1' : '')];
}
