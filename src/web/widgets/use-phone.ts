import { useMediaQuery } from '@mantine/hooks';

/** One column, sheets instead of drawers: the same border as in the styles. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
}
