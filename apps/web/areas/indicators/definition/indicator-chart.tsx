import { isAdded, isAnswer } from '@maillage/domain/indicators';
import { lineAgainstTarget, periodBars } from '@maillage/domain/charts';
import { isSettled } from '@maillage/domain/indicators';
import { useCallback } from 'react';
import { indicatorsText } from '../../../messages/indicators';
import { ChartFigure } from '../../../ui';
import type { Indicator, Standing } from '../api';

interface IndicatorChartProps {
  indicator: Pick<Indicator, 'name' | 'kind' | 'unit' | 'decimals' | 'aggregation' | 'baseline'>;
  standing: Standing;
  title?: string;
  level?: 2 | 3 | 4;
}

/** The curve of an indicator against its target; bars for what is added along the year. Gaps stay gaps. */
export function IndicatorChart({ indicator, standing, title = indicatorsText.card.curve, level }: IndicatorChartProps) {
  const { series, sentence } = standing;
  const chart = useCallback(
    (...[theme, width]: Parameters<Parameters<typeof ChartFigure>[0]['chart']>) => {
      const format = { unit: indicator.unit, decimals: indicator.decimals, yesNo: isAnswer(indicator.kind) };
      const periods = series.map(({ label }) => label);
      const values = series.map(({ value }) => value);
      const targets = series.map(({ target }) => target);
      const { name, baseline } = indicator;
      if (isAdded(indicator))
        return periodBars({ ...format, periods, targets, series: [{ name, values }] }, theme, width);
      const drafts = series.map(({ status }) => status !== null && !isSettled(status));
      const start =
        baseline && !isAnswer(indicator.kind) ? { label: indicatorsText.card.baselineShort, value: baseline.value } : undefined;
      return lineAgainstTarget(
        { ...format, periods, targets, series: [{ name, values, drafts }], baseline: start },
        theme,
        width,
      );
    },
    [indicator, series],
  );
  return <ChartFigure title={title} sentence={sentence} chart={chart} level={level} />;
}
