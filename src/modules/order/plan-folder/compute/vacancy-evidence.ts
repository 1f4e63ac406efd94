import type { Folder } from '../read/read-folder.ts';
import type { Row } from '../read/tables.ts';
import type { Assumptions } from './assumptions.ts';
import { titleMatcher } from './title-matcher.ts';

/** Vacancies that count as need: open long enough, each once, with an occupation and a place. */
export interface Evidence {
  enterprise: string;
  municipality: string;
  occupation: string;
  places: number;
}

/** What became of every card: cards = counted + recent + doubled + noOccupation + noPlace. */
export interface EvidenceAccount {
  cards: number;
  counted: number;
  places: number;
  recent: number;
  doubled: number;
  noOccupation: number;
  noOccupationPlaces: number;
  noPlace: number;
  byTitle: number;
  noEnterprise: number;
  /** Titles that met no occupation, most frequent first. */
  unmatchedTitles: { title: string; cards: number }[];
}

/** A card that names no employer stands for itself: its own code keeps it apart from the enterprises. */
const NO_ENTERPRISE = 'vacancy';

/**
 * The documented rule by which evidence turns into need: a card open longer than `backlog.days` on the day of the
 * facts, not doubled by another card of the same employer, title, place and day.
 */
export function readEvidence(
  folder: Folder,
  out: Assumptions,
): { evidence: Evidence[]; account: EvidenceAccount } {
  const { vacancies, enterprises, occupations } = folder.tables;
  const { asOf, backlog } = folder.region;
  const last = dayBefore(asOf, backlog.days);
  const list = occupations.length > 0 ? occupations : folder.reference.occupations;
  const codes = new Set(list.map((it) => it.code));
  const byOkpdtr = new Map(list.flatMap((it) => (it.okpdtr ? [[it.okpdtr.slice(0, 5), it.code]] : [])));
  const byInn = new Map(enterprises.flatMap((it) => (it.inn ? [[it.inn, it]] : [])));
  const byCode = new Map(enterprises.map((it) => [it.code, it]));
  const match = titleMatcher(list);
  const placeOf = placeFinder(folder);
  const account: EvidenceAccount = {
    cards: vacancies.length,
    counted: 0,
    places: 0,
    recent: 0,
    doubled: 0,
    noOccupation: 0,
    noOccupationPlaces: 0,
    noPlace: 0,
    byTitle: 0,
    noEnterprise: 0,
    unmatchedTitles: [],
  };
  const seen = new Set<string>();
  const unmatched = new Map<string, number>();
  const evidence: Evidence[] = [];
  for (const card of vacancies) {
    const enterprise =
      (card.enterprise ? byCode.get(card.enterprise) : undefined) ?? byInn.get(card.inn ?? '');
    const employer = enterprise?.code ?? card.enterprise ?? card.inn ?? null;
    const where = card.municipality ?? `${card.lat ?? ''} ${card.lon ?? ''}`;
    // Without an employer two cards with one title cannot be told apart, so none of them is taken for a double.
    const double =
      employer === null ? card.id : `${employer}|${card.title}|${where}|${card.created.slice(0, 10)}`;
    const byNumber = card.occupation ?? byOkpdtr.get((card.code_profession ?? '').slice(0, 5)) ?? null;
    const known = byNumber !== null && codes.has(byNumber) ? byNumber : null;
    const occupation = known ?? match(card.title);
    const municipality = placeOf(card) ?? enterprise?.municipality ?? null;
    const places = card.work_places ?? 1;
    if (card.created.slice(0, 10) >= last) account.recent++;
    else if (seen.has(double)) account.doubled++;
    else if (occupation === null) {
      account.noOccupation++;
      account.noOccupationPlaces += places;
      unmatched.set(card.title, (unmatched.get(card.title) ?? 0) + 1);
    } else if (municipality === null) account.noPlace++;
    else {
      account.counted++;
      account.places += places;
      if (known === null) account.byTitle++;
      if (employer === null) account.noEnterprise++;
      evidence.push({
        enterprise: employer ?? `${NO_ENTERPRISE}-${municipality}`,
        municipality,
        occupation,
        places,
      });
    }
    seen.add(double);
  }
  account.unmatchedTitles = [...unmatched]
    .map(([title, cards]) => ({ title, cards }))
    .sort((a, b) => b.cards - a.cards || (a.title < b.title ? -1 : 1));
  if (vacancies.length > 0) {
    out.add('assume.vacancies.rule', { days: backlog.days, years: backlog.years });
    out.add('assume.vacancies.byTitle', { count: account.byTitle }, account.byTitle);
    out.add('assume.vacancies.noEnterprise', { count: account.noEnterprise }, account.noEnterprise);
    const crowded = vacancies.filter((it) => (it.work_places ?? 1) >= 50);
    out.add(
      'assume.vacancies.crowded',
      { count: crowded.length, places: crowded.reduce((sum, it) => sum + (it.work_places ?? 1), 0) },
      crowded.length,
    );
  }
  return { evidence, account };
}

/** The day `days` before, `YYYY-MM-DD`. */
function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Municipality of a card: named, else the one whose centre is nearest to its point. */
function placeFinder(folder: Folder): (card: Row<'vacancies'>) => string | null {
  const { municipalities } = folder.tables;
  return (card) => {
    if (card.municipality) return card.municipality;
    if (card.lat === null || card.lon === null) return null;
    const { lat, lon } = { lat: card.lat, lon: card.lon };
    const wide = Math.cos((lat * Math.PI) / 180);
    let best: { code: string; far: number } | null = null;
    for (const place of municipalities) {
      const far = (place.lat - lat) ** 2 + ((place.lon - lon) * wide) ** 2;
      if (!best || far < best.far) best = { code: place.code, far };
    }
    return best?.code ?? null;
  };
}
