/** Columns of the federal form of 2021 with counts of persons: facts of a line, and what the college expects. */
export const FACT_COLUMNS = ['07', '08', '10', '12', '14', '16', '18', '20', '22', '23', '26'] as const;
export const EXPECTED_COLUMNS = ['28', '30', '32', '34', '36', '38', '40', '42', '43'] as const;

/** Parts of the whole; 22 lies inside 20 and 42 inside 40. */
const FACT_PARTS = ['08', '10', '12', '14', '16', '18', '20', '23', '26'];
const EXPECTED_PARTS = ['28', '30', '32', '34', '36', '38', '40', '43'];
const PART_OF: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 1, 5: 1, 6: 5, 7: 6, 8: 5 };

export type Counts = Record<string, number>;

export interface FormLine {
  line: number;
  counts: Counts;
  expected: Counts;
}

export interface ControlFault {
  control: string;
  params: Record<string, string | number>;
}

const at = (counts: Counts, column: string) => counts[column] ?? 0;
const sum = (counts: Counts, columns: readonly string[]) =>
  columns.reduce((all, it) => all + at(counts, it), 0);

/** The form's arithmetic: the whole is its parts, an inner column fits its outer one, a part of people fits its whole. */
export function faultsOf(lines: readonly FormLine[]): Map<number, ControlFault[]> {
  const byLine = new Map(lines.map((it) => [it.line, it]));
  return new Map(
    lines.map(({ line, counts, expected }) => {
      const faults: ControlFault[] = [];
      const tell = (control: string, params: ControlFault['params']) => faults.push({ control, params });
      const graduates = at(counts, '07');
      const parts = sum(counts, FACT_PARTS);
      if (graduates !== parts) tell('sum', { graduates, parts });
      const ahead = sum(expected, EXPECTED_PARTS);
      if (graduates !== ahead) tell('expectedSum', { graduates, parts: ahead });
      if (at(counts, '22') > at(counts, '20')) tell('inner', { inner: '22', outer: '20' });
      if (at(expected, '42') > at(expected, '40')) tell('inner', { inner: '42', outer: '40' });
      const whole = byLine.get(PART_OF[line] ?? 0);
      if (whole)
        for (const column of FACT_COLUMNS)
          if (at(counts, column) > at(whole.counts, column))
            tell('part', {
              column,
              line,
              whole: whole.line,
              part: at(counts, column),
              all: at(whole.counts, column),
            });
      return [line, faults];
    }),
  );
}

/** An answer → its column; who is registered as unemployed is counted among those at risk too. */
export const COLUMN_OF: Readonly<Record<string, string>> = {
  employed: '08',
  entrepreneur: '10',
  self_employed: '12',
  army: '14',
  further_study: '16',
  parental_leave: '18',
  at_risk: '20',
  registered_unemployed: '20',
  other: '23',
  undecided: '26',
};

/** Columns of facts → of what is expected. */
const AHEAD: Readonly<Record<string, string>> = {
  '08': '28',
  '10': '30',
  '12': '32',
  '14': '36',
  '16': '34',
  '18': '38',
  '20': '40',
  '22': '42',
  '23': '43',
};

/**
 * What is expected follows the facts; of those not decided yet, whoever agreed to an offer is expected to work and the
 * others are counted at risk: the form asks a prognosis for everybody.
 */
export function expectedOf(counts: Counts, agreed: number): Counts {
  const expected: Counts = {};
  for (const [fact, ahead] of Object.entries(AHEAD)) expected[ahead] = at(counts, fact);
  const undecided = at(counts, '26');
  const willWork = Math.min(agreed, undecided);
  expected['28'] = at(expected, '28') + willWork;
  expected['40'] = at(expected, '40') + undecided - willWork;
  return expected;
}
