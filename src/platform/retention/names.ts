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
