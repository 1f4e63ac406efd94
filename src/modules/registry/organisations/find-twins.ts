import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { judge, settingsOf } from '../../../platform/rules/index.ts';
import { bareName } from '../normalise/organisation-name.ts';
import { likelyTwinsRule, type TwinFacts, type TwinReason, twinReasons } from '../rules/likely-twins.ts';

interface Row {
  id: string;
  kind: string;
  inn: string | null;
  ogrn: string | null;
  sortKey: string;
  municipalityId: string | null;
}

export interface Twins {
  a: string;
  b: string;
  reasons: TwinReason[];
}

type Side = TwinFacts & { id: string };

/** Records among which a pair is worth judging: those of one number, and those of one place where a number is missing. */
function groupsOf(rows: readonly Row[]): Side[][] {
  const groups = new Map<string, Side[]>();
  const put = (key: string, side: Side) => groups.set(key, [...(groups.get(key) ?? []), side]);
  for (const { id, kind, inn, ogrn, sortKey, municipalityId } of rows) {
    const side = { id, inn, ogrn, municipalityId, name: bareName(sortKey) };
    if (inn) put(`${kind}|inn|${inn}`, side);
    if (ogrn) put(`${kind}|ogrn|${ogrn}`, side);
    if (municipalityId) put(`${kind}|place|${municipalityId}`, side);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Pairs that the rule of a day takes for one organisation, the surest first. */
export async function findTwins(tx: Tx, day: string): Promise<Twins[]> {
  const settings = await settingsOf(tx, likelyTwinsRule, day);
  const atLeast = Number(settings['registry.twinLikeness']);
  const { rows } = await sql<Row>`select id, kind, inn, ogrn, coalesce(sort_key, '') as "sortKey",
      municipality_id as "municipalityId"
    from registry.organisation_v order by id`.execute(tx);
  const found = new Map<string, Twins>();
  for (const group of groupsOf(rows))
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        // two with numbers of their own are told apart by them: only these cost no comparison of names
        if (a.inn && b.inn && a.inn !== b.inn) continue;
        const key = `${a.id}|${b.id}`;
        if (found.has(key)) continue;
        if (judge(likelyTwinsRule, { a, b }, settings, day).is !== 'ok') continue;
        found.set(key, { a: a.id, b: b.id, reasons: twinReasons(a, b, atLeast) });
      }
  const rank = ({ reasons }: Twins) => ['inn', 'ogrn', 'name', 'alike'].indexOf(reasons[0] ?? 'alike');
  return [...found.values()].sort((x, y) => rank(x) - rank(y) || (x.a + x.b < y.a + y.b ? -1 : 1));
}
