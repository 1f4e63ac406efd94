import { type FitAnswer, type FitInstance, fitAll, readInstance, verifyFit } from '../engines/fit/index.ts';
import { translateId } from '../platform/i18n/index.ts';
import type { InstanceKind } from './instances/kind.ts';
import { instanceCommand } from './instances/run-instances.ts';

const locale = /^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru';
const t: InstanceKind<never, never>['t'] = (id, params = {}) =>
  translateId(locale, `engine-fit:${id}`, params);

export const fitness: InstanceKind<FitInstance, FitAnswer> = {
  name: 'fit',
  t,
  read: readInstance,
  compute: fitAll,
  done: (answer, file) =>
    t('cli.done', { people: answer.people.length, openings: answer.openings.length, file }),
  check(instance, answer) {
    const { people, openings, explanations } = answer;
    if (![people, openings, explanations].every(Array.isArray)) return [t('verify.format')];
    return verifyFit(instance, answer).map((it) => t(`verify.${it.id}`, it.params));
  },
};

export default instanceCommand(fitness);
