import {
  type Instance,
  type PlacementResult,
  place,
  readInstance,
  say,
  verifyPlacement,
} from '../engines/placement/index.ts';
import type { InstanceKind } from './instances/kind.ts';
import { instanceCommand } from './instances/run-instances.ts';

const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

export const placement: InstanceKind<Instance, PlacementResult> = {
  name: 'place',
  t,
  read: readInstance,
  // references are checked where they are used
  probe: ({ snapshot, seed }) => void place(snapshot, { rule: 'student-optimal', explain: false }, seed),
  compute: ({ snapshot, rule, seed }) => place(snapshot, { rule }, seed),
  done({ statistics: { placed, students }, stable }, file) {
    return t('cli.done', { placed, students, stable: t(stable ? 'cli.stable' : 'cli.unstable'), file });
  },
  check: ({ snapshot, rule, seed }, answer) =>
    verifyPlacement(snapshot, { rule }, seed, answer).map((it) => t(`verify.${it.code}`, it.params)),
};

export default instanceCommand(placement);
