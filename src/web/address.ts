import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

/**
 * The part of the address after `?` is plain `name=value`: a person can read it, type it and send it.
 * Every value is a string; what is empty is left out.
 */
const asIs = (value: string): string => value;
const asText = (value: unknown): string => String(value);

export const parseSearch = parseSearchWith(asIs);
const stringify = stringifySearchWith(asText);

export function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return stringify(Object.fromEntries(kept));
}
