import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a running embedded region may be asked for a backup by whoever may read its data folder. */
export interface Door {
  /** `http://127.0.0.1:3000` */
  address: string;
  token: string;
}

const pathOf = (dir: string) => join(dir, 'backup-door.json');

/** An address that listens everywhere is asked on this machine. */
const here = (address: string) => address.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]');

export const newToken = (): string => randomBytes(32).toString('hex');

/** Leaves address and token in the data folder, readable by its owner alone; gives the function that takes them away. */
export function leaveDoor(dir: string, { address, token }: Door): () => void {
  const path = pathOf(dir);
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify({ address: here(address), token }), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

export function findDoor(dir: string): Door | null {
  try {
    const { address, token } = JSON.parse(readFileSync(pathOf(dir), 'utf8')) as Partial<Door>;
    return address && token ? { address, token } : null;
  } catch {
    return null;
  }
}
