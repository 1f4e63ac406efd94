type Facts = Record<string, string | number>;

/** Years of an engine's fact are names of years, not amounts: 2027 must not come out as «2 027». */
const YEARS = /^(year|from|to|first|last|base|graduation|counted)$/;

/** Parameters of an engine's sentence, ready for the catalogue. */
export function engineParams(params: Facts = {}): Facts {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      YEARS.test(name) && typeof value === 'number' && Number.isInteger(value) ? String(value) : value,
    ]),
  );
}
