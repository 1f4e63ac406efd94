import type { Tx } from '../database/index.ts';
import type { Actor } from '../use-case/actor.ts';

/** The record whose file is asked for, and who asks. */
export interface FileQuestion {
  tx: Tx;
  actor: Actor;
  /** Id of the record. */
  id: string;
  /** YYYY-MM-DD */
  today: string;
}

export interface FileOwnerDefinition {
  /** `<room>.<noun>`, as in the history's subjects. */
  kind: string;
  /** Whoever may read this record may read its files; asked at every download, with the rights of this moment. */
  mayRead(question: FileQuestion): Promise<boolean>;
  /** Who may add files and take them away. Without it files come and go only through the room's own use cases. */
  mayChange?(question: FileQuestion): Promise<boolean>;
  /** The person the record is about: reading the file is then written into the history under this person. */
  personOf?(question: FileQuestion): Promise<string | null>;
}

export interface FileOwner extends FileOwnerDefinition {
  fileOwner: string;
}

const known = new Map<string, FileOwner>();

/** Declares that records of one kind have files, and who may read and change them. */
export function defineFileOwner(definition: FileOwnerDefinition): FileOwner {
  const owner = { ...definition, fileOwner: definition.kind };
  known.set(owner.kind, owner);
  return owner;
}

export const isFileOwner = (value: unknown): value is FileOwner =>
  typeof value === 'object' && value !== null && 'fileOwner' in value && 'mayRead' in value;

export const fileOwnerOf = (kind: string): FileOwner | undefined => known.get(kind);
