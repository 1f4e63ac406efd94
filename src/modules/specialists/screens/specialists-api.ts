import { apiOf } from '../../../web/api.ts';
import type { State } from '../../../web/widgets/state-mark.tsx';
import { contract, type MENTOR_STATES } from '../contract.ts';

export const api = apiOf(contract);
export const MENTORS = ['specialists', 'mentors'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Mentor = Data<typeof api.listMentors>['rows'][number];
export type MentorCard = Data<typeof api.getMentor>;

export const MARKS: Record<(typeof MENTOR_STATES)[number], State> = {
  ready: 'done',
  full: 'idle',
  leaving: 'soon',
  noOrder: 'waiting',
  noClearance: 'blocks',
};

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');

/** «15.01.05, 15.01.38» → codes. */
export const codesOf = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '');
