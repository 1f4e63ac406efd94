/** Number of the form's line by the words of its label; null for other words. The order of the tests matters. */
export function lineOfLabel(label: string): number | null {
  const text = label.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
  if (/^всего/.test(text)) return 1;
  if (/из строки 0?6/.test(text)) return 7;
  if (/из строки 0?5\)?:? лица/.test(text)) return 6;
  if (/из строки 0?5\)?:? инвалид/.test(text)) return 8;
  if (/из строки 0?2/.test(text)) return 3;
  if (/^инвалид/.test(text)) return 4;
  if (/^лица с ограничен/.test(text)) return 2;
  if (/^имеют договор о целевом/.test(text)) return 5;
  return null;
}
