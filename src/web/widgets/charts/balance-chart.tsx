import { type ReactNode, useCallback } from 'react';
import { useTexts } from '../../text.ts';
import { Num, Range } from '../num.tsx';
import { type BalanceRow, balanceOption } from './balance-option.ts';
import { ChartFrame } from './chart-frame.tsx';
import css from './charts.module.css';
import { useChart } from './use-chart.ts';

interface Props {
  title: string;
  note?: ReactNode;
  origin?: ReactNode;
  rows: BalanceRow[];
  /** Occupations lie (long names), years stand. */
  by: 'occupation' | 'year';
}

const HEIGHTS = [css.h1, css.h2, css.h3, css.h4];

function Picture({ rows, by, title }: Pick<Props, 'rows' | 'by' | 'title'>) {
  const { t, num } = useTexts();
  const optionOf = useCallback(
    (ink: (token: string) => string) =>
      balanceOption(
        rows,
        by === 'occupation',
        {
          need: ink('--c3'),
          supply: ink('--c1'),
          ink: ink('--ink'),
          dim: ink('--ink3'),
          line: ink('--line'),
          font: ink('--font'),
        },
        {
          need: t('web:chart.need'),
          supply: t('web:chart.supply'),
          interval: t('web:chart.interval'),
          number: (v) => num(v),
        },
      ),
    [rows, by, t, num],
  );
  const place = useChart(optionOf);
  const height = by === 'year' ? css.h2 : HEIGHTS[Math.min(3, Math.floor(rows.length / 6))];
  return <div ref={place} className={`${css.chart} ${height}`} role="img" aria-label={title} />;
}

/** Need and supply side by side, with the interval of the need, by occupation or by year. */
export function BalanceChart({ title, note, origin, rows, by }: Props) {
  const { t } = useTexts();
  return (
    <ChartFrame
      title={title}
      note={note}
      origin={origin}
      heads={[
        t(by === 'year' ? 'web:chart.year' : 'web:chart.occupation'),
        t('web:chart.need'),
        t('web:chart.interval'),
        t('web:chart.supply'),
      ]}
      rows={rows.map((row) => ({
        id: row.name,
        cells: [
          row.name,
          <Num key="need" value={row.need.middle} />,
          <Range key="interval" low={row.need.low} high={row.need.high} />,
          <Num key="supply" value={row.supply} />,
        ],
      }))}
    >
      <div className="panel">
        <Picture rows={rows} by={by} title={title} />
      </div>
    </ChartFrame>
  );
}
