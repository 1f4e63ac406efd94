import type { Texts } from '../../../web/text.ts';

/** What a permission allows, in words: by its own room's catalogue, by that of the rights, or its name. */
export function permissionTitle({ tId }: Texts, permission: string): string {
  const dot = permission.indexOf('.');
  const own = `${permission.slice(0, dot)}:right.${permission.slice(dot + 1)}`;
  const shared = tId(`rights:title.${permission}`, { defaultValue: permission });
  return tId(own, { defaultValue: shared });
}

/** Permissions under the section they belong to, both in the order of their words. */
export function permissionsByRoom(texts: Texts, all: readonly string[]) {
  const byWords = (a: { title: string }, b: { title: string }) =>
    a.title.localeCompare(b.title, texts.locale);
  const rooms = [...new Set(all.map((permission) => permission.slice(0, permission.indexOf('.'))))];
  return rooms
    .map((room) => ({
      room,
      title: texts.tId(`rules:room.${room}`, { defaultValue: room }),
      permissions: all
        .filter((permission) => permission.startsWith(`${room}.`))
        .map((permission) => ({ permission, title: permissionTitle(texts, permission) }))
        .sort(byWords),
    }))
    .sort(byWords);
}
