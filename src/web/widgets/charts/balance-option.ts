import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';

export interface BalanceRow {
  /** An occupation or a year. */
  name: string;
  need: { low: number; middle: number; high: number };
  supply: number;
}

export interface BalanceInk {
  need: string;
  supply: string;
  ink: string;
  dim: string;
  line: string;
  font: string;
}

interface Words {
  need: string;
  supply: string;
  interval: string;
  number: (value: number) => string;
}

/** A line with end strokes from the 10th to the 90th percentile, across the middle of the need's bar. */
function whisker(ink: string, flat: boolean, share: number) {
  return (_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const place = api.value(0) as number;
    const ends = [api.value(1) as number, api.value(2) as number];
    const at = (value: number) => api.coord(flat ? [value, place] : [place, value]) as [number, number];
    const size = api.size?.([1, 1]) as [number, number];
    const shift = (flat ? size[1] : size[0]) * share * 0.5 * (flat ? 1 : -1);
    const [low, high] = ends.map(at) as [[number, number], [number, number]];
    const moved = ([x, y]: [number, number]): [number, number] => (flat ? [x, y - shift] : [x + shift, y]);
    const [a, b] = [moved(low), moved(high)];
    const cap = 4;
    const style = { stroke: ink, lineWidth: 1.5, fill: undefined };
    const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style,
    });
    const end = ([x, y]: [number, number]) =>
      flat ? stroke(x, y - cap, x, y + cap) : stroke(x - cap, y, x + cap, y);
    return { type: 'group', children: [stroke(a[0], a[1], b[0], b[1]), end(a), end(b)] };
  };
}

/** Need against supply. `flat` lays the bars down, for occupations with long names. */
export function balanceOption(
  rows: BalanceRow[],
  flat: boolean,
  ink: BalanceInk,
  words: Words,
): EChartsCoreOption {
  const text = { color: ink.dim, fontFamily: ink.font, fontSize: 12 };
  const names = {
    type: 'category',
    data: rows.map((row) => row.name),
    inverse: flat,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line } },
    axisLabel: {
      ...text,
      color: ink.ink,
      fontSize: flat ? 12 : 13,
      // two lines each: what is longer still ends in dots, the table beside has it whole
      ...(flat && {
        width: 220,
        height: 28,
        lineHeight: 14,
        overflow: 'break',
        lineOverflow: 'truncate',
        ellipsis: '…',
        interval: 0,
      }),
    },
  };
  const values = {
    type: 'value',
    axisLabel: { ...text, formatter: words.number, hideOverlap: true },
    splitNumber: 4,
    splitLine: { lineStyle: { color: ink.line } },
  };
  const bar = { type: 'bar', barWidth: flat ? 9 : '32%', barGap: '25%', animationDuration: 150 };
  return {
    animationDurationUpdate: 150,
    aria: { enabled: true },
    grid: {
      left: 8,
      right: 24,
      top: 34,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { ...text, fontSize: 13 } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (v: unknown) => words.number(Number(v)),
    },
    xAxis: flat ? values : names,
    yAxis: flat ? names : values,
    series: [
      {
        ...bar,
        name: words.need,
        data: rows.map((row) => row.need.middle),
        itemStyle: { color: ink.need, borderRadius: 2 },
      },
      {
        ...bar,
        name: words.supply,
        data: rows.map((row) => row.supply),
        itemStyle: { color: ink.supply, borderRadius: 2 },
      },
      {
        type: 'custom',
        name: words.interval,
        data: rows.map((row, i) => [i, row.need.low, row.need.high]),
        encode: flat ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
        renderItem: whisker(ink.ink, flat, flat ? 0.36 : 0.4),
        itemStyle: { color: ink.ink },
        tooltip: { show: false },
        z: 3,
      },
    ],
  };
}
