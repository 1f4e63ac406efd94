import type { NameIndex } from '../find-by-name.ts';
import type { KnownOccupation } from '../lists.ts';
import type { RowReader } from './read-cells.ts';

export interface FoundOccupation {
  code: string;
  name: string | null;
  known: boolean;
}

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

/** Occupations by the five digits of their ОКПДТР code. */
export function okpdtrIndex(list: readonly KnownOccupation[]): Map<string, KnownOccupation> {
  const index = new Map<string, KnownOccupation>();
  for (const it of list)
    if (it.okpdtr && !index.has(it.okpdtr.slice(0, 5))) index.set(it.okpdtr.slice(0, 5), it);
  return index;
}

export interface OccupationIndex {
  names: NameIndex<KnownOccupation>;
  okpdtr: Map<string, KnownOccupation>;
}

function byCode(code: string, reader: RowReader, index: OccupationIndex): FoundOccupation {
  const known = index.names.byCode(code);
  if (known) return { code: known.code, name: known.name, known: true };
  const digits = /^\d{5,6}$/.test(code) ? index.okpdtr.get(code.slice(0, 5)) : undefined;
  if (digits) {
    reader.ledger.repair(
      reader.at('occupation'),
      text('repair.okpdtr', { from: code, to: digits.code, name: digits.name }),
      digits.code,
    );
    return { code: digits.code, name: digits.name, known: true };
  }
  return { code, name: null, known: false };
}

/**
 * The occupation of a row: by code, by ОКПДТР, by an equal name. A code of no list is kept as unknown; a name alone
 * that is in no list is refused with the likest names, for without a code nobody could add it up.
 */
export function findOccupation(reader: RowReader, index: OccupationIndex): FoundOccupation | null {
  const written = reader.raw('occupation');
  const words = /\p{L}{3}/u.test(written);
  const code = words ? null : reader.code('occupation');
  if (code !== null) {
    const found = byCode(code, reader, index);
    return { ...found, name: found.name ?? reader.text('occupationName') };
  }
  const field = words ? 'occupation' : 'occupationName';
  const name = reader.text(field);
  if (name === null) {
    if (!reader.ledger.refused) reader.ledger.refuse(reader.at(field), text('refused.noOccupation'));
    return null;
  }
  const known = index.names.byName(name);
  if (known) {
    reader.ledger.repair(reader.at(field), text('repair.occupationByName', { name, code: known.code }));
    return { code: known.code, name: known.name, known: true };
  }
  const like = index.names.like(name).map((it) => `${it.code} ${it.name}`);
  const id = like.length > 0 ? 'refused.occupationLike' : 'refused.occupationName';
  reader.ledger.refuse(reader.at(field), text(id, { name, like: like.join('; ') }));
  return null;
}
