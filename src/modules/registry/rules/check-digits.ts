/** Check digits of Russian identifiers (orders of the tax service; ОГРН: order 438 of 2002). Pure, for forms too. */
const weighted = (digits: string, weights: readonly number[]) =>
  (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11) % 10;

const W10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const W11 = [7, ...W10];
const W12 = [3, ...W11];

/** ИНН of an organisation (10 digits) or a person (12 digits). */
export function innIsRight(inn: string): boolean {
  if (/^\d{10}$/.test(inn)) return weighted(inn, W10) === Number(inn[9]);
  if (/^\d{12}$/.test(inn))
    return weighted(inn, W11) === Number(inn[10]) && weighted(inn, W12) === Number(inn[11]);
  return false;
}

/** ОГРН (13 digits) or ОГРНИП (15 digits): the remainder of the number before the last digit. */
export function ogrnIsRight(ogrn: string): boolean {
  if (/^\d{13}$/.test(ogrn)) return Number((BigInt(ogrn.slice(0, 12)) % 11n) % 10n) === Number(ogrn[12]);
  if (/^\d{15}$/.test(ogrn)) return Number((BigInt(ogrn.slice(0, 14)) % 13n) % 10n) === Number(ogrn[14]);
  return false;
}

/** КПП has no check digit: four digits of the tax office, two signs of the reason, three digits. */
export const kppIsRight = (kpp: string): boolean => /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp);
