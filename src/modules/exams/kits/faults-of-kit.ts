import { judge } from '../../../platform/rules/pure.ts';
import { maximaRule, scaleRule } from '../rules/kit-rules.ts';
import { pointsText } from '../rules/points.ts';
import type { KitBody } from './schemas.ts';

export interface KitFault {
  path: string;
  key: string;
  params: Record<string, string | number>;
  rule?: string;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function repeated(codes: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return codes.find((code) => seen.size === seen.add(code).size);
}

/** What does not hold together in a kit: codes met twice, maxima that do not add up, steps of experts. */
export function faultsOfKit(kit: KitBody, settings: unknown): KitFault[] {
  const faults: KitFault[] = [];
  const fault = (path: string, key: string, params: KitFault['params'] = {}) =>
    faults.push({ path, key: `exams:kitFault.${key}`, params });
  const subs = kit.criteria.flatMap((one) => one.subcriteria);
  const aspects = subs.flatMap((one) => one.aspects);
  for (const [path, codes] of [
    ['modules', kit.modules.map(({ code }) => code)],
    ['criteria', kit.criteria.map(({ code }) => code)],
    ['subcriteria', subs.map(({ code }) => code)],
    ['aspects', aspects.map(({ code }) => code)],
  ] as const) {
    const twice = repeated(codes);
    if (twice !== undefined) fault(path, 'twice', { code: twice });
  }
  for (const [i, one] of kit.criteria.entries()) {
    const given = sum(one.subcriteria.flatMap((sub) => sub.aspects.map(({ max }) => max)));
    if (given !== one.max)
      fault(`criteria.${i}.max`, 'criterionSum', {
        code: one.code,
        sum: pointsText(given),
        max: pointsText(one.max),
      });
    if (!kit.modules.some(({ code }) => code === one.module))
      fault(`criteria.${i}.module`, 'noModule', { code: one.code, module: one.module });
  }
  for (const [i, one] of kit.modules.entries()) {
    const given = sum(kit.criteria.filter(({ module }) => module === one.code).map(({ max }) => max));
    if (given !== one.max)
      fault(`modules.${i}.max`, 'moduleSum', {
        code: one.code,
        sum: pointsText(given),
        max: pointsText(one.max),
      });
  }
  for (const { code, kind, how } of aspects)
    if ((kind === 'judgement') !== (how === 'scale')) fault('aspects', 'how', { code });
  const steps = kit.experts;
  if (
    steps.some(
      ({ upTo, experts }, i) =>
        i > 0 && (upTo <= (steps[i - 1]?.upTo ?? 0) || experts < (steps[i - 1]?.experts ?? 0)),
    )
  )
    fault('experts', 'steps');
  if ((steps.at(-1)?.upTo ?? 0) < kit.workplaces)
    fault('experts', 'stepsEnd', { workplaces: kit.workplaces });
  const total = sum(kit.modules.map(({ max }) => max));
  const rule = kit.regime === 'WSR_2020' ? scaleRule : maximaRule;
  const verdict =
    kit.regime === 'WSR_2020'
      ? judge(scaleRule, { max: kit.max }, {}, '2020-01-01')
      : judge(maximaRule, { level: kit.level, max: kit.max, sum: total }, settings, '2024-01-01');
  if (verdict.is === 'refused')
    faults.push({
      path: 'max',
      key: verdict.messageKey,
      params: verdict.params as KitFault['params'],
      rule: rule.rule,
    });
  else if (total !== kit.max) fault('max', 'kitSum', { sum: pointsText(total), max: pointsText(kit.max) });
  return faults;
}

/** Least number of marking experts for so many workplaces. */
export function expertsFor(steps: readonly { upTo: number; experts: number }[], workplaces: number): number {
  const found = steps.find(({ upTo }) => workplaces <= upTo) ?? steps.at(-1);
  return found?.experts ?? 1;
}
