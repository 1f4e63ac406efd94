import { apiOf } from '../../../web/api.ts';
import type { State } from '../../../web/widgets/state-mark.tsx';
import { contract } from '../contract.ts';
import type { MeetingState } from '../states.ts';

export const api = apiOf(contract);
export const BODIES = ['bodies'] as const;
export type Row = Awaited<ReturnType<typeof api.listBodies>>['data']['rows'][number];
export type Card = Awaited<ReturnType<typeof api.getBody>>['data'];
export type Meeting = Awaited<ReturnType<typeof api.getMeeting>>['data'];

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');

export const MARKS: Record<MeetingState, State> = {
  planned: 'waiting',
  held: 'remind',
  closed: 'remind',
  signed: 'done',
  cancelled: 'idle',
};
