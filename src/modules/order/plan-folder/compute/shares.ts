import type { Folder } from '../read/read-folder.ts';
import type { Row } from '../read/tables.ts';
import type { Assumptions } from './assumptions.ts';

/** Destinations of graduates as shares of them, and the part of those at work who work in the field. */
export interface Shares {
  army: number;
  furtherStudy: number;
  parental: number;
  otherRegion: number;
  inField: number;
}

/** A code with fewer graduates than this over its years does not speak for itself (the rule of the portal's forecast). */
const FEW = 30;
/** Share of the last course that passes; of conscripts who come back: figures of the portal's forecast. */
export const GRADUATION = 0.97;
export const ARMY_RETURN = 0.8;

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const sum = (rows: Row<'outcomes'>[], column: keyof Row<'outcomes'>) =>
  rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);

function observed(rows: Row<'outcomes'>[], inField: number): Shares | null {
  const graduates = sum(rows, 'graduates');
  if (graduates < FEW) return null;
  const of = (column: keyof Row<'outcomes'>) => round(sum(rows, column) / graduates);
  const told = rows.some((it) => it.in_field !== null);
  const working =
    sum(rows, 'in_field') + sum(rows, 'other_work') + sum(rows, 'self_employed') + sum(rows, 'unemployed');
  return {
    army: of('army'),
    furtherStudy: of('further_study'),
    parental: of('parental_leave'),
    otherRegion: of('left_region'),
    // The engine divides by it; nobody in the field in a small file is no law of nature. Not told is not nobody.
    inField: told && working > 0 ? Math.max(0.05, round(sum(rows, 'in_field') / working)) : inField,
  };
}

/**
 * What becomes of graduates of a code: its own outcomes when there are enough of them, else the shares of its
 * `programmes` row, else the region's outcomes, else `region.json`.
 */
export function sharesByCode(folder: Folder, out: Assumptions): (code: string) => Shares {
  const { programmes, outcomes } = folder.tables;
  const { defaults } = folder.region;
  const codeOf = new Map(programmes.map((it) => [it.programme, it.spo_code]));
  const region = observed(outcomes, defaults.inField);
  const codes = [...new Set(codeOf.values())].sort();
  const from = { outcomes: 0, programmes: 0, region: 0, defaults: 0 };
  const found = new Map(
    codes.map((code): [string, Shares] => {
      const own = observed(
        outcomes.filter((it) => codeOf.get(it.programme) === code),
        defaults.inField,
      );
      if (own) {
        from.outcomes++;
        return [code, own];
      }
      const row = programmes.find(
        (it) => it.spo_code === code && it.availability !== null && it.in_field !== null,
      );
      if (row) from.programmes++;
      else if (region) {
        from.region++;
        return [code, region];
      } else from.defaults++;
      const army = row?.army ?? defaults.army;
      const rest = Math.max(0, 1 - (row?.availability ?? defaults.availability) - army);
      const inField = row?.in_field ?? defaults.inField;
      return [code, { army, furtherStudy: round(rest), parental: 0, otherRegion: 0, inField }];
    }),
  );
  if (outcomes.length > 0 && outcomes.every((it) => it.in_field === null))
    out.add('assume.shares.inField', { value: defaults.inField });
  for (const [kind, count] of Object.entries(from))
    out.add(`assume.shares.${kind}`, { count, few: FEW }, count);
  const other = region ?? {
    army: defaults.army,
    furtherStudy: 0,
    parental: 0,
    otherRegion: 0,
    inField: defaults.inField,
  };
  return (code) => found.get(code) ?? other;
}

/** Share of an intake that graduates. */
export function retentionOf(folder: Folder, programme: Row<'programmes'>): number {
  return programme.retention ?? folder.region.defaults.retention;
}

/** Yearly loss and passing share that together give the retention over the programme's years. */
export function lossOf(
  folder: Folder,
  programme: Row<'programmes'>,
): { dropout: number; graduation: number } {
  const retention = retentionOf(folder, programme);
  const graduation = Math.max(GRADUATION, retention);
  const years = Math.ceil(programme.months / 12);
  return { dropout: round(1 - (retention / graduation) ** (1 / years)), graduation };
}
