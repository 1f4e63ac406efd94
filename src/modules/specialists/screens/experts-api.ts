import { apiOf } from '../../../web/api.ts';
import type { State } from '../../../web/widgets/state-mark.tsx';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const EXPERTS = ['specialists', 'experts'] as const;
export const MY_EXPERT = ['specialists', 'my-expert'] as const;
export const APPLICATIONS = ['specialists', 'applications'] as const;

type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];
export type Expert = Data<typeof api.listExperts>['rows'][number];
export type ExpertCard = Data<typeof api.getExpert>;
export type MyExpert = Data<typeof api.myExpert>;
export type Application = Data<typeof api.listApplications>['rows'][number];
export type ExpertFile = Data<typeof api.previewExperts>;

export const EXPERT_MARKS: Record<Expert['state'], State> = {
  ready: 'done',
  ending: 'soon',
  expired: 'blocks',
  none: 'waiting',
  left: 'idle',
};

/** «15.01.05, Сварочные технологии» → codes. */
export const codesIn = (text: string) =>
  text
    .split(/\s*[,;\n]\s*/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
