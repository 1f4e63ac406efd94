import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';

/** Colours of the tokens as they are now: the chart library does not know CSS variables. */
function inkFrom(element: Element): (token: string) => string {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(token).trim();
}

/** Draws a chart into the returned place, anew when the data, the scheme or the width changes. */
export function useChart(optionOf: (ink: (token: string) => string) => EChartsCoreOption) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const resize = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts.ts').then(({ init }) => {
      if (gone) return;
      chart.current ??= init(element, null, { renderer: 'svg' });
      chart.current.setOption({ ...optionOf(inkFrom(element)), ...(still && { animation: false }) }, true);
      element.dataset.scheme = scheme;
      resize.observe(element);
    });
    return () => {
      gone = true;
      resize.disconnect();
    };
  }, [optionOf, scheme, still]);
  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = null;
    },
    [],
  );
  return place;
}
