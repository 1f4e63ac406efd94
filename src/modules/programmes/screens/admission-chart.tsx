import { useCallback } from 'react';
import { useTexts } from '../../../web/text.ts';
import { ChartFrame } from '../../../web/widgets/charts/chart-frame.tsx';
import { useChart } from '../../../web/widgets/charts/use-chart.ts';
import { Num } from '../../../web/widgets/num.tsx';
import { sumOf } from './admission-numbers.tsx';
import css from './programmes.module.css';
import type { LastYear, SeatLine } from './programmes-api.ts';

interface Bar {
  name: string;
  now: number | null;
  before: number | null;
}

const SHOWN = 10;

/** By code with all funding together, the largest first; a code of last year that is gone keeps its bar. */
function barsOf(rows: SeatLine[], before: LastYear[]): Bar[] {
  const codes = [...new Set([...rows, ...before].map(({ code }) => code))];
  return codes
    .map((code) => {
      const same = rows.filter((row) => row.code === code);
      const last = before.find((row) => row.code === code);
      const name = `${code} ${same[0]?.name ?? last?.name ?? ''}`;
      return { name, now: sumOf(same, (row) => row.enrolled), before: last?.enrolled ?? null };
    })
    .filter((bar) => bar.now !== null || bar.before !== null)
    .sort((a, b) => (b.now ?? 0) - (a.now ?? 0) || (b.before ?? 0) - (a.before ?? 0))
    .slice(0, SHOWN);
}

const clip = (name: string) => (name.length > 42 ? `${name.slice(0, 41)}…` : name);

function Picture({ bars, year, title }: { bars: Bar[]; year: number; title: string }) {
  const optionOf = useCallback(
    (ink: (token: string) => string) => {
      const label = (color: string) => ({
        show: true,
        position: 'right',
        color,
        fontFamily: ink('--font'),
        fontSize: 12,
      });
      const series = (name: string, color: string, data: (number | null)[]) => ({
        name,
        type: 'bar',
        data,
        barMaxWidth: 10,
        itemStyle: { color, borderRadius: 3 },
        label: label(ink('--ink')),
      });
      const upwards = bars.toReversed();
      return {
        animationDuration: 180,
        textStyle: { fontFamily: ink('--font'), color: ink('--ink') },
        grid: { left: 8, right: 40, top: 32, bottom: 8, containLabel: true },
        legend: {
          top: 0,
          left: 0,
          textStyle: { color: ink('--ink'), fontSize: 12 },
          itemWidth: 12,
          itemHeight: 8,
        },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          data: upwards.map(({ name }) => clip(name)),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: ink('--line') } },
          axisLabel: { color: ink('--ink'), fontSize: 12 },
        },
        series: [
          series(
            String(year - 1),
            ink('--c6'),
            upwards.map(({ before }) => before),
          ),
          series(
            String(year),
            ink('--c1'),
            upwards.map(({ now }) => now),
          ),
        ],
      };
    },
    [bars, year],
  );
  const place = useChart(optionOf);
  return (
    <div
      ref={place}
      className={`${css.chart} ${bars.length > 5 ? css.tall : css.low}`}
      role="img"
      aria-label={title}
    />
  );
}

/** Enrolled by programme, this year and the last; ten largest, the table below has all. */
export function AdmissionChart({
  rows,
  before,
  year,
}: {
  rows: SeatLine[];
  before: LastYear[];
  year: number;
}) {
  const { t } = useTexts();
  const title = t('programmes:screen.admission.chart');
  const bars = barsOf(rows, before);
  if (bars.length === 0) return null;
  return (
    <ChartFrame
      title={title}
      note={t('programmes:screen.admission.source', { year })}
      heads={[t('programmes:screen.admission.programme'), String(year), String(year - 1)]}
      rows={bars.map(({ name, now, before }) => ({
        id: name,
        cells: [name, <Num key="now" value={now} />, <Num key="before" value={before} />],
      }))}
    >
      <div className="panel">
        <Picture bars={bars} year={year} title={title} />
      </div>
    </ChartFrame>
  );
}
