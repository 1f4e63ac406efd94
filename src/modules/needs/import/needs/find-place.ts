import type { NameIndex } from '../find-by-name.ts';
import type { ImportLists, KnownEnterprise, KnownPlace } from '../lists.ts';
import type { RowReader } from './read-cells.ts';

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

export interface FoundEnterprise {
  key: string;
  name: string | null;
  municipality: string | null;
}

export interface EnterpriseIndex {
  names: NameIndex<KnownEnterprise>;
  inn: Map<string, KnownEnterprise>;
}

/** The enterprise of a row, by ИНН, code or equal name. Without a list of enterprises it is kept as written. */
export function findEnterprise(
  reader: RowReader,
  index: EnterpriseIndex | null,
  own: KnownEnterprise | null,
): FoundEnterprise | null {
  const inn = reader.inn();
  const name = reader.text('enterprise');
  if (inn === null && name === null) {
    if (own) return { key: own.code, name: own.name, municipality: own.municipality };
    if (!reader.ledger.refused)
      reader.ledger.refuse(reader.at('enterprise') ?? reader.at('inn'), text('refused.noEnterprise'));
    return null;
  }
  if (!index) return { key: inn ?? name ?? '', name, municipality: null };
  const known =
    (inn === null ? undefined : index.inn.get(inn)) ??
    (name === null ? undefined : (index.names.byCode(name) ?? index.names.byName(name)));
  if (known && own && known.code !== own.code) {
    reader.ledger.refuse(
      reader.at('enterprise') ?? reader.at('inn'),
      text('refused.foreign', { name: known.name }),
    );
    return null;
  }
  if (known) return { key: known.code, name: known.name, municipality: known.municipality };
  const like = name === null ? [] : index.names.like(name).map((it) => it.name);
  const id = like.length > 0 ? 'refused.enterpriseLike' : 'refused.enterprise';
  reader.ledger.refuse(
    reader.at('enterprise') ?? reader.at('inn'),
    text(id, { name: name ?? inn ?? '', like: like.join('; ') }),
  );
  return null;
}

/** The municipality of the work place: as written, else that of the enterprise, which is named as a repair. */
export function findPlace(
  reader: RowReader,
  index: NameIndex<KnownPlace>,
  lists: ImportLists,
  enterprise: FoundEnterprise | null,
): string | null {
  const written = reader.text('municipality');
  if (written === null) {
    if (enterprise?.municipality) {
      reader.ledger.repair(reader.at('municipality'), text('repair.placeOfEnterprise'));
      return enterprise.municipality;
    }
    if (lists.places.length > 0 && !reader.ledger.refused)
      reader.ledger.refuse(reader.at('municipality'), text('refused.noPlace'));
    return null;
  }
  const known = index.byCode(written) ?? index.byName(written);
  if (known) return known.code;
  if (lists.places.length === 0) return written;
  const like = index.like(written).map((it) => it.name);
  const id = like.length > 0 ? 'refused.placeLike' : 'refused.place';
  reader.ledger.refuse(reader.at('municipality'), text(id, { name: written, like: like.join('; ') }));
  return null;
}
