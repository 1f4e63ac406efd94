/** First millisecond of the demo's ids: 1 September 2026, so that they sort as uuid v7 do. */
const EPOCH = 1788220800000;
const KINDS = [
  'organisation',
  'person',
  'role',
  'workshop',
  'programme',
  'version',
  'seat-line',
  'group',
  'student',
  'need-line',
  'project',
  'vacancy',
  'course',
  'agreement',
  'body',
  'consent',
  'mentor',
  'mentor-order',
  'tutoring',
  'practice',
  'offer',
  'placement',
  'round',
  'round-practice',
  'round-offer',
  'round-entry',
] as const;

/** The n-th id of a kind: a well-formed uuid of version 7, the same in every run. */
export function demoId(kind: (typeof KINDS)[number], n: number): string {
  const time = EPOCH.toString(16).padStart(12, '0');
  const code = KINDS.indexOf(kind).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${code}-8000-${n.toString(16).padStart(12, '0')}`;
}

/**
 * ИНН, КПП and ОГРН with right check digits from numbers nobody has: tax office 4399 does not exist, and the ОГРН says
 * it was given in the year 99.
 */
export function legalNumbers(n: number): { inn: string; kpp: string; ogrn: string } {
  const inn = `4399${String(n).padStart(5, '0')}`;
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, i) => total + weight * Number(inn[i]), 0);
  const ogrn = `19943${String(n).padStart(7, '0')}`;
  return { inn: `${inn}${(sum % 11) % 10}`, kpp: '439901001', ogrn: `${ogrn}${(Number(ogrn) % 11) % 10}` };
}
