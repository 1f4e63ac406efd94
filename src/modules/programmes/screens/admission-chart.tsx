import { useCallback } from 'react';
import { useTexts } from '../../../web/text.ts';
import { ChartFrame } from '../../../web/widgets/charts/chart-frame.tsx';
import { useChart } from '../../../web/widgets/charts/use-chart.ts';
import { Num } from '../../../web/widgets/num.tsx';
import { sumOf } from './admission-numbers.tsx';
import css from './programmes.module.css';
import type { SeatLine } from './programmes-api.ts';

interface Bar {
  name: string;
  now: number | null;
  before: number | null;
}

const SHOWN = 10;

/** Programmes by code with all their funding together, the largest first. */
function barsOf(rows: SeatLine[]): Bar[] {
  const byCode = new Map<string, SeatLine[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()]
    .map((same) => ({
      name: same[0]?.name ?? '',
      now: sumOf(same, (row) => row.enrolled),
      before: sumOf(same, (row) => row.lastYear?.enrolled),
    }))
    .filter(({ now, before }) => now !== null || before !== null)
    .sort((a, b) => (b.now ?? b.before ?? 0) - (a.now ?? a.before ?? 0))
    .slice(0, SHOWN);
}

const clip = (name: string) => (name.length > 34 ? `${name.slice(0, 33)}…` : name);

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
  return <div ref={place} className={css.chart} role="img" aria-label={title} />;
}

/** Enrolled by programme, this year and the last; ten largest, the table below has all. */
export function AdmissionChart({ rows, year }: { rows: SeatLine[]; year: number }) {
  const { t } = useTexts();
  const title = t('programmes:screen.admission.chart');
  const bars = barsOf(rows);
  if (bars.length < 2) return null;
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
