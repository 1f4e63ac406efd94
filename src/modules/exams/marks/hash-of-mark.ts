import { createHash } from 'node:crypto';
import { canonical } from '../../../platform/history/index.ts';

export interface HashedMark {
  id: string;
  sessionId: string;
  examineeId: string;
  aspectId: string;
  personId: string;
  value: number;
  device: string;
  sequence: number;
  deviceAt: string;
  serverAt: string;
}

/** Moments to the millisecond, however the database writes them. */
const moment = (text: string) => new Date(text).toISOString();

/** What a mark's hash covers: all of it. */
export const hashOfMark = (mark: HashedMark): string =>
  createHash('sha256')
    .update(canonical({ ...mark, deviceAt: moment(mark.deviceAt), serverAt: moment(mark.serverAt) }))
    .digest('hex');
