import { useTexts } from '../text.ts';
import css from './interval-band.module.css';

export interface Band {
  /** 10th percentile, median, 90th percentile. */
  low: number;
  middle: number;
  high: number;
  /** What the plan gives; the green dot. */
  plan?: number | null;
}

interface Props {
  band: Band;
  /** End of the axis that all bands of the column share, printed in its head. */
  max: number;
  width?: number;
}

const PAD = 6;

/** A pill from the 10th to the 90th percentile, a tick at the median, a dot for what the plan gives. */
export function IntervalBand({ band, max, width = 166 }: Props) {
  const { t, num } = useTexts();
  const x = (value: number) => PAD + (Math.min(Math.max(value, 0), max) / max) * (width - 2 * PAD);
  const words = t('web:band.words', { low: num(band.low), middle: num(band.middle), high: num(band.high) });
  const plan =
    band.plan === null || band.plan === undefined ? '' : t('web:band.plan', { plan: num(band.plan) });
  return (
    <svg
      className={css.band}
      viewBox={`0 0 ${width} 22`}
      width={width}
      height={22}
      role="img"
      aria-label={`${words} ${plan}`.trim()}
    >
      <path d={`M${PAD} 11H${width - PAD}`} stroke="var(--line)" />
      <rect
        x={x(band.low)}
        y={7}
        width={Math.max(4, x(band.high) - x(band.low))}
        height={8}
        rx={4}
        fill="var(--band)"
        stroke="var(--field)"
      />
      <path d={`M${x(band.middle)} 4.5v13`} stroke="var(--ink)" strokeWidth={2} />
      {band.plan !== null && band.plan !== undefined && (
        <circle
          cx={x(band.plan)}
          cy={11}
          r={5}
          fill="var(--accent)"
          stroke="var(--surface)"
          strokeWidth={2}
        />
      )}
    </svg>
  );
}

/** The next round end of an axis: 1, 2, 2.5 or 5 times a power of ten. */
export function niceMax(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 1.4, 2, 2.8, 4, 5, 7, 10].find((f) => f * step >= value) ?? 10;
  return factor * step;
}

/** The head of a column of bands: the axis they share. */
export function BandAxis({ max, width = 166 }: { max: number; width?: number }) {
  const { num } = useTexts();
  return (
    <svg className={css.axis} viewBox={`0 0 ${width} 14`} width={width} height={14} aria-hidden="true">
      <text x={PAD} y={11}>
        {num(0)}
      </text>
      <text x={width / 2} y={11} textAnchor="middle">
        {num(max / 2)}
      </text>
      <text x={width - PAD} y={11} textAnchor="end">
        {num(max)}
      </text>
    </svg>
  );
}

/** What the signs of a band mean; stands once, under the table. */
export function BandLegend({ need, plan }: { need?: string; plan?: string }) {
  const { t } = useTexts();
  return (
    <p className={css.legend}>
      <span>
        <svg width={34} height={12} aria-hidden="true">
          <rect x={0.5} y={2} width={33} height={8} rx={4} fill="var(--band)" stroke="var(--field)" />
          <path d="M17 0v12" stroke="var(--ink)" strokeWidth={2} />
        </svg>
        {need ?? t('web:band.legend')}
      </span>
      <span>
        <svg width={12} height={12} aria-hidden="true">
          <circle cx={6} cy={6} r={5} fill="var(--accent)" />
        </svg>
        {plan ?? t('web:band.legendPlan')}
      </span>
    </p>
  );
}
