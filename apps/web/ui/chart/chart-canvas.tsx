import { useComputedColorScheme } from '@mantine/core';
import { type Chart, chartThemes, type ChartTheme } from '@maillage/domain/charts';
import { useEffect, useRef, useState } from 'react';
import { ChartSkeleton } from '../skeletons';
import classes from './chart.module.css';
import type { DrawnChart } from './echarts';

interface ChartCanvasProps {
  make: (theme: ChartTheme, width: number) => Chart;
  height: number;
  onFailed: () => void;
}

/** Widths drawn for paper, across the page and in a column; the sheet then scales the drawing to the room there is. */
const paperWidth = 640;
const paperColumn = 400;

/** The drawing. Its library is loaded with the first chart; it follows the theme, the width, and the paper. */
export function ChartCanvas({ make, height, onFailed }: ChartCanvasProps) {
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const failed = useRef(onFailed);

  useEffect(() => {
    failed.current = onFailed;
  }, [onFailed]);

  useEffect(() => {
    let gone = false;
    let mine: DrawnChart | null = null;
    import('./echarts')
      .then(({ mountChart }) => {
        if (gone || !place.current) return;
        mine = mountChart(place.current, classes.tooltip ?? '');
        setDrawn(mine);
      })
      .catch(() => failed.current());
    return () => {
      gone = true;
      mine?.dispose();
    };
  }, []);

  useEffect(() => {
    const box = place.current;
    if (!drawn || !box) return undefined;
    const draw = (theme: ChartTheme, width: number): void => drawn.draw(make(theme, width), width);
    const screen = (): void => draw(chartThemes[scheme], box.clientWidth || paperWidth);
    const paper = (): void => draw(chartThemes.print, box.clientWidth > 0 && box.clientWidth < paperWidth ? paperColumn : paperWidth);
    screen();
    const watch = new ResizeObserver(screen);
    watch.observe(box);
    window.addEventListener('beforeprint', paper);
    window.addEventListener('afterprint', screen);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', paper);
      window.removeEventListener('afterprint', screen);
    };
  }, [drawn, make, scheme]);

  return (
    <div className={classes.canvas}>
      {drawn ? null : <ChartSkeleton height={height} />}
      <div ref={place} aria-hidden="true" data-chart={drawn ? 'drawn' : 'coming'} className={drawn ? undefined : classes.coming} />
    </div>
  );
}
