import type { Texts } from '../../../web/text.ts';

/** Columns whose totals a report shows; others are shown as the file calls them. */
const KNOWN = [
  'graduates',
  'employed',
  'entrepreneurs',
  'selfEmployed',
  'army',
  'furtherStudy',
  'parentalLeave',
  'atRisk',
  'registeredUnemployed',
  'other',
  'undecided',
  'count',
  'work_places',
] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (name: string): name is Known => KNOWN.some((it) => it === name);

/** «08. Работают»: the name of a report's column in words, with the number of its graph; foretold ones say so. */
export function totalName({ t }: Texts, column: string): string {
  const [, graph = '', foretold, name = ''] = /^(?:(\d+) )?(expected\.)?(.+)$/.exec(column) ?? [];
  if (!isKnown(name)) return column;
  const words = t(`needs:total.${name}`);
  const told = foretold ? t('needs:total.foretold', { name: words }) : words;
  return graph ? `${graph}. ${told}` : told;
}
