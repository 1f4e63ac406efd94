import {
  type Cell,
  normaliseCode,
  normaliseDigits,
  normaliseInteger,
  normaliseText,
} from '../../../../platform/sheets/index.ts';
import { innIsRight } from '../../../registry/index.ts';
import type { RowLedger } from '../report.ts';
import type { Confidence, NeedKind } from './need-row.ts';
import { confidenceOfWord, kindOfWord } from './normalise/need-words.ts';

/** The largest need one line may state: above it stands a slip of the keyboard, not a plant. */
export const MOST_PEOPLE = 10_000;

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

/** Reads cells of one row into its account: repairs and reasons are written down, values come back. */
export class RowReader {
  readonly ledger: RowLedger;
  readonly #cells: readonly Cell[];
  readonly #fields: ReadonlyMap<string, number>;

  constructor(ledger: RowLedger, cells: readonly Cell[], fields: ReadonlyMap<string, number>) {
    this.ledger = ledger;
    this.#cells = cells;
    this.#fields = fields;
  }

  cell(field: string): Cell | undefined {
    return this.#cells[this.#fields.get(field) ?? -1];
  }

  at(field: string): string | null {
    return this.cell(field)?.address ?? null;
  }

  raw(field: string): string {
    return (this.cell(field)?.raw ?? '').trim();
  }

  text(field: string, maxLength = 500): string | null {
    const result = normaliseText(this.cell(field), { maxLength });
    if (!result.ok) {
      this.ledger.refuse(this.at(field), result.error);
      return null;
    }
    for (const what of result.repairs) this.ledger.repair(this.at(field), what, result.value);
    return result.value;
  }

  code(field: string): string | null {
    const result = normaliseCode(this.cell(field));
    if (!result.ok) {
      this.ledger.refuse(this.at(field), result.error);
      return null;
    }
    for (const what of result.repairs) this.ledger.repair(this.at(field), what, result.value);
    return result.value;
  }

  inn(): string | null {
    const result = normaliseDigits(this.cell('inn'), [10, 12]);
    if (!result.ok) {
      this.ledger.refuse(this.at('inn'), result.error);
      return null;
    }
    for (const what of result.repairs) this.ledger.repair(this.at('inn'), what, result.value);
    if (result.value !== null && !innIsRight(result.value))
      this.ledger.refuse(this.at('inn'), text('refused.inn', { value: result.value }));
    return result.value;
  }

  year(): number | null {
    const result = normaliseInteger(this.cell('year'), { sums: false });
    if (!result.ok) {
      this.ledger.refuse(this.at('year'), result.error);
      return null;
    }
    for (const what of result.repairs) this.ledger.repair(this.at('year'), what, result.value);
    if (result.value === null) this.ledger.refuse(this.at('year'), text('refused.noYear'));
    return result.value;
  }

  kind(): NeedKind | null {
    const word = this.raw('kind');
    const kind = kindOfWord(word);
    if (word === '') this.ledger.refuse(this.at('kind'), text('refused.noKind'));
    else if (!kind) this.ledger.refuse(this.at('kind'), text('refused.kind', { value: word }));
    return kind;
  }

  confidence(): Confidence {
    const word = this.raw('confidence');
    if (word === '') return 'mid';
    const found = confidenceOfWord(word);
    if (!found) this.ledger.repair(this.at('confidence'), text('repair.confidence', { value: word }));
    return found ?? 'mid';
  }

  /** Whole people, at least one; 0 only where `zero` is allowed (a cell of the grid). */
  people(cell: Cell | undefined, zero: boolean): number | null {
    const at = cell?.address ?? null;
    const result = normaliseInteger(cell, { max: MOST_PEOPLE });
    if (!result.ok) {
      const id = result.error.id;
      const headcount = id === 'sheets:error.notWhole' || id === 'sheets:error.notNumber';
      this.ledger.refuse(
        at,
        headcount ? text('refused.headcount', { value: cell?.raw ?? '' }) : result.error,
      );
      return null;
    }
    for (const what of result.repairs) this.ledger.repair(at, what, result.value);
    if (result.value === null) {
      if (!zero) this.ledger.refuse(at, text('refused.noCount'));
      return null;
    }
    if (result.value < 0) {
      this.ledger.refuse(at, text('refused.headcount', { value: result.value }));
      return null;
    }
    if (result.value === 0 && !zero) this.ledger.refuse(at, text('refused.zero'));
    return result.value;
  }
}
