/** `practice.hoursUnder18` → `practice:setting.hoursUnder18`. */
export function settingTitleKey(key: string): string {
  const dot = key.indexOf('.');
  return `${key.slice(0, dot)}:setting.${key.slice(dot + 1)}`;
}

/** A setting's value in one line: plain values as they are, lists by commas, the rest as JSON. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
