/** Check digit of a five-digit ОКПДТР code (ПР 50.1.024): weights 1, 2, 3…, modulo 11; on 10 the weights start at 3. */
export function okpdtrCheckDigit(five: string): string {
  for (const first of [1, 3]) {
    const sum = [...five].reduce(
      (total, digit, i) => total + Number(digit) * (((first + i - 1) % 10) + 1),
      0,
    );
    if (sum % 11 < 10) return String(sum % 11);
  }
  return '0';
}
