import type { Column } from './read-relations.ts';

const NAME = '(\\w+|"[^"]+")';

/**
 * Which columns of a view copy one column of a table as it is, so that they share its nullability and its
 * words. Read from `pg_get_viewdef(…, pretty)`; a shape this does not know (with, union, right or full join)
 * gives nothing, and then every column stays nullable.
 */
export function sureColumns(
  definition: string,
  columnsOf: (relation: string) => Column[],
): Map<string, Column> {
  const sure = new Map<string, Column>();
  if (/^\s*WITH\b|\b(UNION|EXCEPT|INTERSECT|RIGHT JOIN|FULL JOIN|GROUPING SETS)\b/m.test(definition))
    return sure;
  const start = definition.search(/^ {3}FROM /m);
  if (start < 0) return sure;
  const sources = readSources(definition.slice(start));
  if (!sources) return sure;
  for (const line of definition.slice(0, start).split('\n')) {
    const target = new RegExp(`^\\s*(?:SELECT )?(?:${NAME}\\.)?${NAME}(?: AS ${NAME})?,?$`).exec(line);
    if (!target?.[2]) continue;
    const [, alias, column, as] = target;
    const source = alias ? sources.get(alias) : sources.size === 1 ? [...sources.values()][0] : undefined;
    const origin = source && columnsOf(source.relation).find((one) => one.name === column);
    if (origin) sure.set(as ?? column, { ...origin, nullable: origin.nullable || source.outer });
  }
  return sure;
}

interface Source {
  relation: string;
  outer: boolean;
}

/** Alias → table, with a mark on those that an outer join may leave empty. */
function readSources(text: string): Map<string, Source> | null {
  const sources = new Map<string, Source>();
  const body = text.split(/^ {2}(?:WHERE|GROUP BY|ORDER BY|HAVING|LIMIT)\b/m)[0] ?? '';
  // nested joins or a subselect among the sources: too clever to read here
  if (/\bLEFT JOIN \(|\bLATERAL\b|\(\s*SELECT\b/.test(body)) return null;
  const pattern = new RegExp(`(LEFT JOIN|JOIN|FROM|,)\\s+\\(*(\\w+\\.\\w+)(?: ${NAME})?`, 'g');
  for (const [, how, relation = '', alias] of body.matchAll(pattern)) {
    const named = alias && !/^(ON|JOIN|LEFT|WHERE|USING|CROSS)$/.test(alias) ? alias : relation.split('.')[1];
    if (named) sources.set(named, { relation, outer: how === 'LEFT JOIN' });
  }
  return sources.size > 0 ? sources : null;
}
