import { demand, judge } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { leastPoints } from '../rules/grade-of.ts';
import { schemeRule } from '../rules/result-rules.ts';

export const previewScheme = useCase(contract.previewScheme, {
  right: 'exams.kit.read',
  async run({ input, today }) {
    const { three, four, five, max } = input;
    demand(schemeRule, judge(schemeRule, { bounds: [three, four, five] }, {}, today));
    const starts = [0, ...[three, four, five].map((bound) => leastPoints(max, bound))];
    return { rows: starts.map((from, i) => ({ grade: i + 2, from, to: (starts[i + 1] ?? max + 1) - 1 })) };
  },
});
