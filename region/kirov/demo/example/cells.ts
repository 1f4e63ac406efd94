type CellValue = string | number | null;
export type TableRow = Record<string, CellValue>;

/** Roubles of kopecks: people write roubles in files. */
export const roubles = (kopecks: number): number => kopecks / 100;
export const share = (value: number): number => Math.round(value * 1000) / 1000;
/** Certificate mark of hundredths: 3.75. */
export const mark = (hundredths: number): number => hundredths / 100;

const cellText = (value: CellValue): string => {
  const text = value === null ? '' : String(value);
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV as Excel in Russia opens it: BOM, semicolons; the decimal point stays a point, which the program reads too. */
export function toCsv(rows: readonly TableRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)).join(';'));
  return `\uFEFF${[columns.join(';'), ...lines].join('\r\n')}\r\n`;
}
