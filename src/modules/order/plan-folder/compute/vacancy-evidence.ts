import {
  type ComparedCard,
  countedPlaces,
  type JudgedCard,
  linkDuplicates,
  unreadyOf,
} from '../../../needs/index.ts';
import type { Folder } from '../read/read-folder.ts';
import type { Row } from '../read/tables.ts';
import type { Assumptions } from './assumptions.ts';
import { titleMatcher } from './title-matcher.ts';

/** Vacancies that count as need by the rule of the portal (docs/formats/import.md), with an occupation and a place. */
export interface Evidence {
  enterprise: string;
  municipality: string;
  occupation: string;
  places: number;
}

/** What became of every card: cards = counted + young + doubled + noEmployer + noOccupation + noPlace. */
export interface EvidenceAccount {
  cards: number;
  counted: number;
  places: number;
  young: number;
  doubled: number;
  noEmployer: number;
  noOccupation: number;
  noOccupationPlaces: number;
  noPlace: number;
  byTitle: number;
  /** Counted ones given to the assumed employer of their place. */
  assumedEmployer: number;
  /** Titles that met no occupation, most frequent first. */
  unmatchedTitles: { title: string; cards: number }[];
}

/** Where `backlog.withoutEmployer` is set: the code of a place's assumed employer, apart from all enterprises. */
const ASSUMED = 'vacancy';

type Card = Row<'vacancies'>;
interface Read extends ComparedCard, JudgedCard {
  /** Set where the code of the card names it; else the title does. */
  coded: boolean;
  place: string | null;
  stated: number;
}

/** Turns vacancy cards into need by the rule that the portal keeps: what is not need is counted by its cause. */
export function readEvidence(
  folder: Folder,
  out: Assumptions,
): { evidence: Evidence[]; account: EvidenceAccount } {
  const { asOf, backlog } = folder.region;
  const rule = { openDays: backlog.days, placesCap: backlog.placesCap, repeatDays: backlog.repeatDays };
  const cards = readCards(folder);
  linkDuplicates(cards, rule);
  const account: EvidenceAccount = {
    cards: cards.length,
    counted: 0,
    places: 0,
    young: 0,
    doubled: 0,
    noEmployer: 0,
    noOccupation: 0,
    noOccupationPlaces: 0,
    noPlace: 0,
    byTitle: 0,
    assumedEmployer: 0,
    unmatchedTitles: [],
  };
  const unmatched = new Map<string, number>();
  const evidence: Evidence[] = [];
  for (const it of cards) {
    const enterprise = it.enterprise ?? (backlog.withoutEmployer ? `${ASSUMED}-${it.place}` : null);
    const unready = unreadyOf({ ...it, enterprise }, asOf, rule);
    const places = countedPlaces(it.stated, rule);
    if (unready === 'duplicate') account.doubled++;
    else if (unready === 'noEmployer' || enterprise === null) account.noEmployer++;
    else if (unready === 'noOccupation' || it.occupation === null) {
      account.noOccupation++;
      account.noOccupationPlaces += places;
      unmatched.set(it.title, (unmatched.get(it.title) ?? 0) + 1);
    } else if (unready !== null) account.young++;
    else if (it.place === null) account.noPlace++;
    else {
      account.counted++;
      account.places += places;
      if (!it.coded) account.byTitle++;
      if (it.enterprise === null) account.assumedEmployer++;
      evidence.push({ enterprise, municipality: it.place, occupation: it.occupation, places });
    }
  }
  account.unmatchedTitles = [...unmatched]
    .map(([title, count]) => ({ title, cards: count }))
    .sort((a, b) => b.cards - a.cards || (a.title < b.title ? -1 : 1));
  if (cards.length > 0) {
    out.add('assume.vacancies.rule', { ...rule, years: backlog.years });
    out.add('assume.vacancies.byTitle', { count: account.byTitle }, account.byTitle);
    out.add('assume.vacancies.noEmployer', { count: account.noEmployer }, account.noEmployer);
    out.add('assume.vacancies.assumedEmployer', { count: account.assumedEmployer }, account.assumedEmployer);
    const over = cards.filter((it) => it.stated > rule.placesCap);
    const places = over.reduce((sum, it) => sum + it.stated, 0);
    out.add('assume.vacancies.capped', { count: over.length, places, cap: rule.placesCap }, over.length);
  }
  return { evidence, account };
}

/** The cards of the folder in the terms of the rule: who, what, where. */
function readCards(folder: Folder): Read[] {
  const { vacancies, enterprises, occupations } = folder.tables;
  const list = occupations.length > 0 ? occupations : folder.reference.occupations;
  const codes = new Set(list.map((it) => it.code));
  const byOkpdtr = new Map(list.flatMap((it) => (it.okpdtr ? [[it.okpdtr.slice(0, 5), it.code]] : [])));
  const byInn = new Map(enterprises.flatMap((it) => (it.inn ? [[it.inn, it]] : [])));
  const byCode = new Map(enterprises.map((it) => [it.code, it]));
  const match = titleMatcher(list);
  const placeOf = placeFinder(folder);
  return vacancies.map((card, row): Read => {
    const owner = (card.enterprise ? byCode.get(card.enterprise) : undefined) ?? byInn.get(card.inn ?? '');
    const byNumber = card.occupation ?? byOkpdtr.get((card.code_profession ?? '').slice(0, 5)) ?? null;
    const known = byNumber !== null && codes.has(byNumber) ? byNumber : null;
    return {
      row,
      externalId: card.id,
      title: card.title,
      employer: card.employer,
      // one code for an employer, by whichever number the card names it
      enterprise: owner?.code ?? card.enterprise ?? card.inn ?? null,
      inn: null,
      profession: card.code_profession,
      region: null,
      location: card.location,
      municipality: card.municipality,
      lat: card.lat,
      lon: card.lon,
      openedOn: card.created.slice(0, 10),
      salaryMin: card.salary_min,
      salaryMax: card.salary_max,
      duplicateOf: null,
      state: 'open',
      occupation: known ?? match(card.title),
      coded: known !== null,
      place: placeOf(card) ?? owner?.municipality ?? null,
      stated: card.work_places ?? 1,
    };
  });
}

/** Municipality of a card: named, else the only one, else the one whose centre is nearest to its point. */
function placeFinder(folder: Folder): (card: Card) => string | null {
  const { municipalities } = folder.tables;
  return (card) => {
    if (card.municipality) return card.municipality;
    if (municipalities.length === 1) return municipalities[0]?.code ?? null;
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
