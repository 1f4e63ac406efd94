import competencies from '../../../region/reference/competencies.json';
import crosswalk from '../../../region/reference/crosswalk.json';
import mechanisms from '../../../region/reference/mechanisms.json';
import occupations from '../../../region/reference/occupations.json';
import okved2 from '../../../region/reference/okved2.json';
import spo from '../../../region/reference/spo.json';
import trainingForms from '../../../region/reference/training-forms.json';
import ugs from '../../../region/reference/ugs.json';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { sortKey } from '../../platform/i18n/index.ts';
import { days } from './days.ts';

interface ReferenceList {
  list: {
    id: string;
    title: string;
    source: string;
    licence: string;
    asOf: string;
    complete: boolean;
    check: string;
  };
  rows: ({ code: string; name: string } & Record<string, unknown>)[];
}

const LISTS = [
  ['okved2', okved2],
  ['ugs', ugs],
  ['spo', spo],
  ['occupation', occupations],
  ['competency', competencies],
  ['mechanism', mechanisms],
  ['training_form', trainingForms],
] as unknown as [string, ReferenceList][];

/** Puts the lists that the product ships into the classifiers, with their sources and «сверить с приказом». */
export async function loadReference(tx: Tx, newId: () => string): Promise<void> {
  for (const [code, { list, rows }] of LISTS) {
    await bulkInsert(tx, 'classifiers.list', [
      {
        code,
        title: list.title,
        source: list.source,
        licence: list.licence,
        as_of: list.asOf,
        is_complete: list.complete,
        to_check: list.check,
      },
    ]);
    await bulkInsert(
      tx,
      'classifiers.item',
      rows.map(({ code: item, name, ...attributes }) => ({
        list: code,
        code: item,
        name,
        sort_key: sortKey(name),
        parent: attributes.parent ?? attributes.ugs ?? attributes.okz ?? null,
        valid: days(null),
        attributes,
        source: attributes.source ?? list.source,
        status: 'listed',
      })),
    );
  }
  const edges = crosswalk.rows as { spo: string; occupation: string; weight: number; basis: string }[];
  await bulkInsert(
    tx,
    'classifiers.edge',
    edges.map((edge) => ({
      id: newId(),
      from_list: 'spo',
      from_code: edge.spo,
      to_list: 'occupation',
      to_code: edge.occupation,
      weight: edge.weight,
      basis: edge.basis,
      valid: days('2026-09-01'),
      source: crosswalk.list.source,
    })),
  );
}
