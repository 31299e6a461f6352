import { lineAgainstTarget, periodBars, type ChartTheme } from '@maillage/domain/charts';
import { isAnswer, isCounted, isSettled } from '@maillage/domain/indicators';
import { useCallback } from 'react';
import { steeringText } from '../../messages/steering';
import { ChartFigure } from '../../ui';
import type { IndicatorCard } from './api';

const text = steeringText.mission;

/** The curve of an indicator against its target; counts added along a year are bars. */
export function IndicatorCurve({ card, level = 3 }: { card: IndicatorCard; level?: 2 | 3 | 4 }) {
  const { standing, name, unit, decimals, kind } = card;
  const chart = useCallback(
    (theme: ChartTheme, width: number) => {
      const series = standing?.series ?? [];
      const targets = series.map(({ target }) => target);
      const format = { unit, decimals, yesNo: isAnswer(kind) };
      const periods = series.map(({ label }) => label);
      const drafts = series.map(({ status }) => status !== null && !isSettled(status));
      const values = series.map(({ value }) => value);
      const added = isCounted(kind) && standing !== null && standing.compared !== null && standing.compared !== standing.value;
      if (added) return periodBars({ ...format, periods, series: [{ name: text.value, values }], periodHeading: text.periods }, theme, width);
      return lineAgainstTarget({ ...format, periods, series: [{ name: text.value, values, drafts }], targets, targetLabel: text.target, periodHeading: text.periods }, theme, width);
    },
    [standing, unit, decimals, kind],
  );
  if (!standing) return null;
  return <ChartFigure title={`${card.code} · ${name}`} sentence={standing.sentence} chart={chart} level={level} />;
}
