import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const ROUNDS = ['practice', 'rounds'] as const;
export const ROUND = ['practice', 'round'] as const;
export const WATCH = ['practice', 'round-watch'] as const;
export const FINDS = ['practice', 'finds'] as const;
export const MY_ROUNDS = ['practice', 'my-rounds'] as const;
export const DRAWS = ['practice', 'draws'] as const;
export const REGION = ['practice', 'region'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type RoundRow = Data<typeof api.listRounds>['rows'][number];
export type Round = Data<typeof api.getRound>;
export type RoundOffer = Round['offers'][number];
export type Watch = Data<typeof api.watchRound>['rows'][number];
export type Find = Data<typeof api.listFinds>['rows'][number];
export type MyRounds = Data<typeof api.myRounds>;
export type MyRound = MyRounds['rows'][number];
export type MyOffer = MyRound['offers'][number];
export type MyResult = NonNullable<MyRound['result']>;
export type MyRefusal = MyResult['refusals'][number];
export type Preview = Data<typeof api.previewRepair>;
export type Choices = Data<typeof api.roundChoices>;
export type Draw = Data<typeof api.publicDraw>;
export type Region = Data<typeof api.publicPractice>;
export type Can = Record<string, boolean>;
