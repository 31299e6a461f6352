import { useComputedColorScheme } from '@mantine/core';
import { type Chart, chartThemes, type ChartTheme } from '@maillage/domain/charts';
import { useEffect, useRef, useState } from 'react';
import { ChartSkeleton } from '../skeletons';
import classes from './chart.module.css';
import type { DrawnChart } from './echarts';

interface ChartCanvasProps {
  make: (theme: ChartTheme) => Chart;
  height: number;
  onFailed: () => void;
}

/** The drawing. Its library is loaded with the first chart; it follows the theme, the width, and the paper. */
export function ChartCanvas({ make, height, onFailed }: ChartCanvasProps) {
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const latest = useRef({ make, onFailed, scheme });
  latest.current = { make, onFailed, scheme };

  useEffect(() => {
    let gone = false;
    let mine: DrawnChart | null = null;
    import('./echarts').then(
      ({ mountChart }) => {
        if (gone || !place.current) return;
        const { make: build, scheme: now } = latest.current;
        mine = mountChart(place.current, build(chartThemes[now]), { box: classes.tooltip ?? '' });
        setDrawn(mine);
      },
      () => latest.current.onFailed(),
    );
    return () => {
      gone = true;
      mine?.dispose();
    };
  }, []);

  useEffect(() => drawn?.draw(make(chartThemes[scheme])), [drawn, make, scheme]);

  useEffect(() => {
    if (!drawn || !place.current) return undefined;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current);
    const paper = (): void => {
      drawn.draw(latest.current.make(chartThemes.print));
      drawn.resize(640);
    };
    const screen = (): void => {
      drawn.draw(latest.current.make(chartThemes[latest.current.scheme]));
      drawn.resize();
    };
    window.addEventListener('beforeprint', paper);
    window.addEventListener('afterprint', screen);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', paper);
      window.removeEventListener('afterprint', screen);
    };
  }, [drawn]);

  return (
    <div className={classes.canvas} style={{ minHeight: height }}>
      {drawn ? null : <ChartSkeleton height={height} />}
      <div ref={place} aria-hidden="true" data-chart={drawn ? 'drawn' : 'coming'} className={drawn ? undefined : classes.coming} />
    </div>
  );
}
