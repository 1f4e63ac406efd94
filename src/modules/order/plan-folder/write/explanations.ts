import type { WhySeats } from '../../../../engines/seats/index.ts';
import { type Change, type ComputedPlan, largest } from '../compute/compute-plan.ts';
import type { Names } from './names.ts';
import { rounded } from './tables.ts';
import type { Texts } from './texts.ts';

/** So many of the largest changes are told in full, in the report's file and in the paper's annex. */
const FULL = 12;
const IN_PAPER = 8;

export interface Explained {
  title: string;
  sentences: string[];
}

function titleOf(plan: ComputedPlan, names: Names, { t }: Texts, change: Change): string {
  const programme = plan.instance.programmes.find((it) => it.id === change.programme);
  return t('explain.change', {
    college: names.college(change.college),
    programme: programme ? `${programme.code} ${programme.name}` : change.programme,
    before: change.before,
    now: change.now,
  });
}

/** Limits from below: with them alone the order would rather have fewer seats. */
const LEAST = new Set(['why.limit.cut', 'why.limit.minSeats']);

/** The answer in one sentence. Where only limits from below are met, the engine's “no more was allowed” would mislead. */
export function answerOf(why: WhySeats, { t, seats }: Texts): string {
  const held = why.seats > 0 && why.binding.length > 0 && why.binding.every((it) => LEAST.has(it.id));
  return held ? t('explain.held', { count: why.seats, groups: why.groups }) : seats(why.answer);
}

function wayOf(why: WhySeats, { t, seats }: Texts): string {
  const steps = why.waterfall
    .filter((it) => Math.abs(it.people) >= 0.05)
    .map((it) =>
      `${seats({ id: `why.step.${it.id}`, params: {} })}: ${rounded(it.people, 1)}`
        .replace('.', ',')
        .replace(': -', ': −'),
    );
  return t('explain.way', { steps: steps.join('; ') });
}

function explained(
  plan: ComputedPlan,
  names: Names,
  texts: Texts,
  change: Change,
  withWay: boolean,
): Explained {
  const { t, seats } = texts;
  const { why, oneMore } = change;
  return {
    title: titleOf(plan, names, texts, change),
    sentences: [
      // On paper the title says the number already: the answer stands there only where no limit does.
      ...(withWay || why.binding.length === 0 ? [answerOf(why, texts)] : []),
      ...(withWay ? [wayOf(why, texts)] : []),
      ...why.binding.slice(0, 3).map(seats),
      ...why.forces.slice(0, 2).map(seats),
      ...(oneMore ? [t('explain.oneMore', { text: oneMore.sentences.map(seats).join(' ') })] : []),
    ].filter((text, i, all) => all.indexOf(text) === i),
  };
}

/** The largest changes, and among them every one of which it was asked what one more group would bring. */
function chosen(plan: ComputedPlan, count: number): Change[] {
  const all = largest(plan.changes);
  const asked = all.filter((it) => it.oneMore);
  const first = all.filter((it) => !it.oneMore).slice(0, Math.max(0, count - asked.length));
  return all.filter((it) => it.oneMore || first.includes(it));
}

export function explanationsForPaper(plan: ComputedPlan, names: Names, texts: Texts): Explained[] {
  return chosen(plan, IN_PAPER).map((it) => explained(plan, names, texts, it, false));
}

/** `explanations.md`: the largest changes in full, the other programmes with their answer and strongest limit. */
export function explanationsText(plan: ComputedPlan, names: Names, texts: Texts): string {
  const { t, seats } = texts;
  const first = chosen(plan, FULL);
  const rest = plan.changes.filter((it) => !first.includes(it) && it.now + it.before > 0);
  const lines = [`# ${t('explain.head')}`, '', t('explain.intro'), ''];
  for (const change of first) {
    const { title, sentences } = explained(plan, names, texts, change, true);
    lines.push(`## ${title}`, '', ...sentences.map((it) => `- ${it}`), '');
  }
  if (rest.length > 0) lines.push(`## ${t('explain.rest')}`, '');
  for (const change of rest) {
    const told = [answerOf(change.why, texts), ...change.why.binding.slice(0, 1).map(seats)].join(' ');
    lines.push(`- **${titleOf(plan, names, texts, change)}.** ${told}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
