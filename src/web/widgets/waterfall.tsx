import { Num } from './num.tsx';
import css from './waterfall.module.css';

export interface WaterfallStep {
  /** The step in words: «Уже учатся и выпустятся раньше». */
  label: string;
  value: number;
  /** `start` fills from zero; `limit` is what it ran up against. */
  kind?: 'start' | 'step' | 'limit';
}

const WIDTH = 356;

interface Placed extends WaterfallStep {
  from: number;
  to: number;
}

/** Where each bar stands: the first from zero, every next one from where the last one ended. */
export function placeSteps(steps: WaterfallStep[]): Placed[] {
  let at = 0;
  return steps.map((step) => {
    const from = step.kind === 'start' ? 0 : at;
    at = from + step.value;
    return { ...step, from, to: at };
  });
}

function ink(step: Placed): string {
  if (step.kind === 'start') return 'var(--ink2)';
  if (step.kind === 'limit') return 'var(--warn-fill)';
  return step.value > 0 ? 'var(--accent)' : 'var(--band-2)';
}

/** «Из чего сложилось»: all bars on one scale, every step in words, the result at the foot. */
export function Waterfall({
  steps,
  total,
}: {
  steps: WaterfallStep[];
  total: { label: string; value: number };
}) {
  const placed = placeSteps(steps);
  const low = Math.min(0, ...placed.map((step) => Math.min(step.from, step.to)));
  const high = Math.max(1, ...placed.map((step) => Math.max(step.from, step.to)));
  const x = (value: number) => ((value - low) / (high - low)) * WIDTH;
  return (
    <ul className={css.waterfall}>
      {placed.map((step) => (
        <li key={step.label}>
          <span>{step.label}</span>
          <b>
            <Num value={step.value} sign={step.kind !== 'start'} />
          </b>
          <svg viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
            <rect
              x={x(Math.min(step.from, step.to))}
              width={Math.max(2, Math.abs(x(step.to) - x(step.from)))}
              height={8}
              rx={2}
              fill={ink(step)}
            />
          </svg>
        </li>
      ))}
      <li className={css.total}>
        <span>{total.label}</span>
        <b>
          <Num value={total.value} />
        </b>
      </li>
    </ul>
  );
}
