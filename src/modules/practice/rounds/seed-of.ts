import { seedFrom } from '../../../engines/lottery/index.ts';
import type { Round } from './round-row.ts';

/** The seed the tickets are drawn from: the committed one, joined with the number named in public, where there is one. */
export const seedOf = ({ seed, beacon }: Pick<Round, 'seed' | 'beacon'>): string =>
  beacon
    ? Buffer.from(seedFrom(Buffer.from(seed, 'hex'), Buffer.from(beacon, 'utf8'))).toString('hex')
    : seed;
