import type { Tx } from '../database/index.ts';

type NamesOf = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

// The platform knows organisations by id only; the room that keeps their names gives them here as it loads.
let namesOf: NamesOf = async () => new Map();

/** Called once by the room that keeps organisations: id → name as people know it. */
export function giveOrganisationNames(give: NamesOf): void {
  namesOf = give;
}

export const organisationNames: NamesOf = (tx, ids) =>
  ids.length > 0 ? namesOf(tx, ids) : Promise.resolve(new Map());

// the same for persons: whoever answers a request has to know whose it is
let peopleOf: NamesOf = async () => new Map();

/** Called once by the composition root: person's id → name. */
export function givePersonNames(give: NamesOf): void {
  peopleOf = give;
}

export const personNames: NamesOf = (tx, ids) =>
  ids.length > 0 ? peopleOf(tx, ids) : Promise.resolve(new Map());
