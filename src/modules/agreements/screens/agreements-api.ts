import { apiOf } from '../../../web/api.ts';
import type { State } from '../../../web/widgets/state-mark.tsx';
import { contract } from '../contract.ts';
import type { AgreementState } from '../states.ts';

export const api = apiOf(contract);
export const AGREEMENTS = ['agreements'] as const;
export type Row = Awaited<ReturnType<typeof api.listAgreements>>['data']['rows'][number];
export type Card = Awaited<ReturnType<typeof api.getAgreement>>['data'];
export type Kind = Awaited<ReturnType<typeof api.listKinds>>['data']['rows'][number];

/** Today where the reader is: only a value to begin with, the server judges by the region's day. */
export const todayHere = () => new Date().toLocaleDateString('en-CA');

export const MARKS: Record<AgreementState, State> = {
  draft: 'waiting',
  proposed: 'remind',
  signed: 'done',
  in_force: 'done',
  changing: 'remind',
  ended: 'idle',
  recalled: 'idle',
};
