// Computed in a thread of its own. Lists of people obey the limit of showing, so no opening is hidden by favourites.
import {
  closeGaps,
  explain,
  type FitInstance,
  type FitModule,
  fairLists,
  prepare,
  type Ranked,
  Ranker,
} from '../../../engines/fit/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';
import type { Market, Matched, MatchRow } from './market-text.ts';

const OF_OPENING = 15;
const SHOWN = 6;

serveThread<{ market: string }, Matched>(({ market: text }) => {
  const from = performance.now();
  const market = JSON.parse(text) as Market;
  const instance: FitInstance = { ...market.instance, modules: [] };
  const { people, openings, options } = instance;
  const givers = new Map<string, FitModule[]>();
  for (const module of market.modules)
    for (const skill of module.gives) givers.set(skill, [...(givers.get(skill) ?? []), module]);
  const names = new Map(market.modules.map((it) => [it.id, it]));
  const word = (skill: unknown) => market.words[String(skill)] ?? String(skill);

  const prepared = prepare(instance);
  // people of one programme and openings that ask the same are told the same: each such pair is explained once
  const alike = (key: string, known: Map<string, number>): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const [kinds, asks] = [new Map<string, number>(), new Map<string, number>()];
  const kindOf = new Map(people.map((it) => [String(it.id), alike(it.has.join('\n'), kinds)]));
  const askOf = new Map(
    openings.map((it) => [String(it.id), alike([...it.essential, '', ...it.optional].join('\n'), asks)]),
  );
  const told = new Map<string, MatchRow['reasons']>();
  const reasonsOf = (pair: { person: string; opening: string }): MatchRow['reasons'] => {
    const key = `${kindOf.get(pair.person)} ${askOf.get(pair.opening)}`;
    const known = told.get(key);
    if (known) return known;
    const { contributions, gaps: missing, most } = explain(prepared, pair.person, pair.opening);
    const gaps = missing.map((it) => it.skill);
    const near = [...new Set(gaps.flatMap((it) => givers.get(String(it)) ?? []))];
    const closing = closeGaps(gaps, near);
    const share = (points: number) => (most === 0 ? 0 : Math.round((100 * points) / most));
    const made: MatchRow['reasons'] = {
      has: contributions.slice(0, SHOWN).map((it) => ({
        skill: word(it.skill),
        through: word(it.through),
        step: it.step,
        share: share(it.points),
      })),
      lacks: missing.slice(0, SHOWN).map((it) => ({ skill: word(it.skill), share: share(it.points) })),
      modules: closing.modules.slice(0, SHOWN).map((id) => {
        const module = names.get(String(id));
        return { name: module?.name ?? String(id), hours: module?.hours ?? 0 };
      }),
      hours: closing.hours,
    };
    told.set(key, made);
    return made;
  };
  const row = (
    whom: MatchRow['whom'],
    pair: { person: string; opening: string },
    { score, most, share }: Ranked,
    position: number,
  ): MatchRow => ({ whom, ...pair, position, score, most, share, reasons: reasonsOf(pair) });
  const shown = Math.max(3, Math.ceil((3 * people.length * options.k) / Math.max(1, openings.length)));
  const rows: MatchRow[] = fairLists(prepared, { shown }).lists.flatMap((list, person) =>
    list.map((line, at) =>
      row('person', { person: String(people[person]?.id), opening: String(line.id) }, line, at + 1),
    ),
  );
  const seen = new Set(market.seen);
  const mask = Uint8Array.from(people, (it) => (seen.has(String(it.id)) ? 1 : 0));
  const ranker = new Ranker(prepared, 'people', OF_OPENING);
  openings.forEach((opening, k) => {
    ranker.list(k, mask).forEach((line, at) => {
      rows.push(row('opening', { person: String(line.id), opening: String(opening.id) }, line, at + 1));
    });
  });
  return { value: { rows: JSON.stringify(rows), milliseconds: Math.round(performance.now() - from) } };
});
