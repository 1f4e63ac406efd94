/**
 * Where a permission's words may stand: `<room>:right.<rest>` of its own room's catalogue first, then
 * `rights:title.<permission>`.
 */
export function permissionTitleKeys(permission: string): [own: string, shared: string] {
  const dot = permission.indexOf('.');
  return [`${permission.slice(0, dot)}:right.${permission.slice(dot + 1)}`, `rights:title.${permission}`];
}
