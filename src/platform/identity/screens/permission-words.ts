import type { Texts } from '../../../web/text.ts';

/** What a permission allows, in words: by its own room's catalogue, by that of the rights, or its name. */
export function permissionTitle({ tId }: Texts, permission: string): string {
  const dot = permission.indexOf('.');
  const own = `${permission.slice(0, dot)}:right.${permission.slice(dot + 1)}`;
  const shared = tId(`rights:title.${permission}`, { defaultValue: permission });
  return tId(own, { defaultValue: shared });
}
