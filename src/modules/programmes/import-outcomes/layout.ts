/** A count of the federal monitoring form: number of its column (as the form prints it), field of the typed row. */
export interface CountColumn {
  column: string;
  field: FactField | `expected.${ExpectedField}`;
}

export type FactField =
  | 'graduates'
  | 'employed'
  | 'entrepreneurs'
  | 'selfEmployed'
  | 'army'
  | 'furtherStudy'
  | 'parentalLeave'
  | 'atRisk'
  | 'registeredUnemployed'
  | 'other'
  | 'undecided';

export type ExpectedField = Exclude<FactField, 'graduates' | 'undecided'>;

/** Columns of names: college, subordination, kind of organisation, programme code, number and name of the line. */
export const HEAD = { college: '01', subordination: '02', kind: '03', code: '04', line: '05', label: '06' };

const fact = (column: string, field: FactField): CountColumn => ({ column, field });
const expected = (column: string, field: ExpectedField): CountColumn => ({
  column,
  field: `expected.${field}`,
});

export const FACTS: readonly CountColumn[] = [
  fact('07', 'graduates'),
  fact('08', 'employed'),
  fact('10', 'entrepreneurs'),
  fact('12', 'selfEmployed'),
  fact('14', 'army'),
  fact('16', 'furtherStudy'),
  fact('18', 'parentalLeave'),
  fact('20', 'atRisk'),
  fact('22', 'registeredUnemployed'),
  fact('23', 'other'),
  fact('26', 'undecided'),
];

export const EXPECTED: readonly CountColumn[] = [
  expected('28', 'employed'),
  expected('30', 'entrepreneurs'),
  expected('32', 'selfEmployed'),
  expected('34', 'furtherStudy'),
  expected('36', 'army'),
  expected('38', 'parentalLeave'),
  expected('40', 'atRisk'),
  expected('42', 'registeredUnemployed'),
  expected('43', 'other'),
];

/** Parts of the whole: column 22 lies inside column 20, column 42 inside 40, so they are not added. */
export const FACT_PARTS = ['08', '10', '12', '14', '16', '18', '20', '23', '26'];
export const EXPECTED_PARTS = ['28', '30', '32', '34', '36', '38', '40', '43'];

/** «в том числе»: inner column, outer column. */
export const INNER = [
  { inner: '22', outer: '20' },
  { inner: '42', outer: '40' },
];

/** Columns of shares, computed by the form from counts: never read. */
export const SHARES = [
  '09',
  '11',
  '13',
  '15',
  '17',
  '19',
  '21',
  '24',
  '27',
  '29',
  '31',
  '33',
  '35',
  '37',
  '39',
  '41',
  '44',
];

/** Columns with the form's own controls: never trusted, recomputed. */
export const CONTROLS = ['47', '48', '49', '50'];

/** Line of a block → the line it is a part of. */
export const PART_OF: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 1, 5: 1, 6: 5, 7: 6, 8: 5 };

/** Name of a column in totals: its number in the form and its field. */
export const totalKey = ({ column, field }: CountColumn) => `${column} ${field}`;

/** Number of columns by which the form of 2021 is known. */
export const LAST_COLUMN = 50;
