import { type RightsTable, rightsOfRole } from '../rights/index.ts';
import type { Entry } from './contract.ts';
import { isUseCase, type UseCase } from './use-case.ts';

/** What scripts/discover.mjs found in one room. */
export interface Room {
  storey: string;
  name: string;
  contract?: object;
  rights?: object;
  states?: object;
  settings?: object;
  files: object[];
}

export interface House {
  rooms: Room[];
  /** `needs.saveLine` → the use case. */
  useCases: Map<string, UseCase>;
  /** Room → its contract's entries. */
  contracts: Map<string, Record<string, Entry>>;
  rightsOf(role: string): Record<string, ReturnType<typeof rightsOfRole>[string]>;
  rights: Map<string, RightsTable>;
  /** Everything exported by the rooms' files that `is` recognises, e.g. jobs, subscribers, rules. */
  all<T>(is: (value: unknown) => value is T): { room: string; value: T }[];
}

/**
 * Puts the house together and refuses to start when it does not fit: a contract entry without a use case, or
 * with two; a use case whose right no table grants. `unfinished` is for tests of one room while another is being built.
 */
export function buildHouse(rooms: Room[], { unfinished = false }: { unfinished?: boolean } = {}): House {
  const exported = rooms.flatMap((room) =>
    room.files.flatMap((file) => Object.values(file).map((value: unknown) => ({ room: room.name, value }))),
  );
  const contracts = new Map<string, Record<string, Entry>>();
  const rights = new Map<string, RightsTable>();
  for (const room of rooms) {
    const { contract } = (room.contract ?? {}) as { contract?: Record<string, Entry> };
    if (contract) contracts.set(room.name, contract);
    const table = (room.rights as { rights?: RightsTable } | undefined)?.rights;
    if (table) rights.set(room.name, table);
  }
  const byEntry = new Map<Entry, UseCase>();
  const faults: string[] = [];
  const granted = new Set([...rights.values()].flatMap((table) => Object.keys(table)));
  for (const { room, value } of exported) {
    if (!isUseCase(value)) continue;
    if (byEntry.has(value.entry)) faults.push(`${room}: an entry of the contract has two use cases`);
    byEntry.set(value.entry, value);
    if (!granted.has(value.right)) faults.push(`${room}: nobody is granted ${value.right}`);
  }
  const useCases = new Map<string, UseCase>();
  for (const [room, contract] of contracts)
    for (const [key, entry] of Object.entries(contract)) {
      const found = byEntry.get(entry);
      if (found) useCases.set(`${room}.${key}`, found);
      else faults.push(`${room}.${key}: the contract's entry has no use case`);
    }
  if (faults.length > 0 && !unfinished)
    throw new Error(
      `The house does not fit together (ROSTOK_UNFINISHED=1 starts it while a room is being built):\n${faults.join('\n')}`,
    );
  const tables = [...rights.values()];
  const known = new Map<string, Record<string, ReturnType<typeof rightsOfRole>[string]>>();
  return {
    rooms,
    useCases,
    contracts,
    rights,
    rightsOf(role) {
      const earlier = known.get(role);
      if (earlier) return earlier;
      const own = rightsOfRole(role, tables);
      known.set(role, own);
      return own;
    },
    all: <T>(is: (value: unknown) => value is T) =>
      exported.filter((one): one is { room: string; value: T } => is(one.value)),
  };
}
