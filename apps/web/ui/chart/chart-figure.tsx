import { Button } from '@mantine/core';
import { type Chart, chartThemes, type ChartTheme, type ChartTable } from '@maillage/domain/charts';
import { useId, useMemo, useState } from 'react';
import { uiText } from '../../messages/ui';
import { ChartCanvas } from './chart-canvas';
import classes from './chart.module.css';

interface ChartFigureProps {
  title: string;
  /** What the chart shows: « 63 % au T3, objectif 70 % : +4 points en un an ». */
  sentence: string;
  /** Makes the chart for a theme, with a builder of `@maillage/domain/charts`. Keep it stable with `useCallback`. */
  chart: (theme: ChartTheme, width: number) => Chart;
  level?: 2 | 3 | 4;
}

function FiguresTable({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((label, index) => (
              <th key={index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its title, the sentence that says what it shows, and its figures behind a toggle. */
export function ChartFigure({ title, sentence, chart, level = 3 }: ChartFigureProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const { table, height } = useMemo(() => chart(chartThemes.light, 640), [chart]);
  const Heading = `h${level}` as const;
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption className={classes.caption}>
        <div>
          <Heading id={id} className={classes.title}>
            {title}
          </Heading>
          <p className={classes.sentence}>{sentence}</p>
        </div>
        {failed ? null : (
          <Button className={`${classes.toggle} no-print`} variant="subtle" aria-pressed={asTable} onClick={() => setAsTable((was) => !was)}>
            {asTable ? uiText.chart.hideTable : uiText.chart.showTable}
            <span className="only-read-aloud">{uiText.chart.of(title)}</span>
          </Button>
        )}
      </figcaption>
      {failed ? <p role="alert">{uiText.chart.failed}</p> : null}
      {asTable || failed ? <FiguresTable table={table} caption={title} /> : <ChartCanvas make={chart} height={height} onFailed={() => setFailed(true)} />}
    </figure>
  );
}
