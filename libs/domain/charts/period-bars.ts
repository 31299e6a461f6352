import type { Chart } from './chart';
import { chartThemes, type ChartTheme } from './chart-theme';
import { directLabel, frame, periodAxis, valueAxis, type ValueFormat, writeValue } from './parts';
import { niceScale } from './scale';

/** What a bar chart by period is made from. */
export interface BarsInput extends ValueFormat {
  periods: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** Bars of a period on top of one another, when their sum means something. */
  stacked?: boolean;
  /** The target of each period. */
  targets?: readonly (number | null)[];
  periodHeading?: string;
}

type Option = Record<string, unknown>;

function sums({ periods, series }: BarsInput): number[] {
  return periods.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
}

function barSeries(input: BarsInput, index: number, theme: ChartTheme): Option {
  const { series, periods, stacked, unit } = input;
  const many = series.length > 1;
  const labelled = !many && periods.length <= 16;
  const color = theme.series[index % theme.series.length] as string;
  const short = { ...input, unit: unit === '%' ? '%' : null };
  return {
    type: 'bar',
    name: series[index]?.name,
    ...(stacked ? { stack: 'total' } : {}),
    barMaxWidth: 44,
    itemStyle: { color, borderColor: theme.surface, borderWidth: many ? 1 : 0 },
    data: series[index]?.values.map((value) => ({
      value: value ?? '-',
      ...(labelled && value !== null ? { label: directLabel(writeValue(value, short), theme.text, theme, { position: 'top', fontWeight: 400 }) } : {}),
    })),
  };
}

function targetSeries(name: string, targets: readonly (number | null)[], theme: ChartTheme, above: boolean): Option {
  return {
    type: 'line',
    name,
    step: 'middle',
    symbol: 'none',
    connectNulls: true,
    lineStyle: { width: 2, color: theme.target, type: [6, 4] },
    itemStyle: { color: theme.target },
    // Under the figures of single bars, so that they stay legible; above stacked ones, which carry none.
    z: above ? 4 : 1,
    data: targets.map((value) => value ?? '-'),
  };
}

// Without a drawing to measure in: an average letter is half as wide as it is high.
function legendLines(names: readonly string[], theme: ChartTheme, width: number): number {
  let lines = names.length > 0 ? 1 : 0;
  let used = 0;
  for (const name of names) {
    const needed = 24 + 5 + name.length * theme.fontSize * 0.52 + 18;
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines;
}

/** Counts by period, side by side or stacked, with the target as a dashed line; told apart by pattern as well as colour. */
export function periodBars(input: BarsInput, theme: ChartTheme = chartThemes.light, width = 640): Chart {
  const { periods, series, stacked, targets = [] } = input;
  const many = series.length > 1;
  const last = targets.findLastIndex((value) => value !== null);
  const withTarget = last >= 0;
  // The name of the line carries its last value: the legend then says all there is to know.
  const targetName = `objectif ${writeValue(targets[last], input)}`;
  const named = [...(many ? series.map(({ name }) => ({ name, icon: 'rect' })) : []), ...(withTarget ? [{ name: targetName, itemStyle: { opacity: 0 }, lineStyle: { type: [5, 3], width: 2 } }] : [])];
  // Nothing is written above bars side by side: shares stop at the whole.
  const shares = input.unit === '%' && many && !stacked;
  const scale = niceScale([...(stacked ? sums(input) : series.flatMap(({ values }) => values)), ...targets], { whole: input.decimals === 0, atMost: shares ? 100 : undefined });
  return {
    height: 280,
    table: {
      head: [input.periodHeading ?? 'Période', ...series.map(({ name }) => name), ...(withTarget ? ['Objectif'] : [])],
      rows: periods.map((period, at) => [period, ...series.map(({ values }) => writeValue(values[at], input)), ...(withTarget ? [writeValue(targets[at], input)] : [])]),
    },
    option: {
      ...frame(theme),
      aria: { enabled: many, label: { enabled: false }, decal: { show: many } },
      legend: {
        show: named.length > 0,
        data: named,
        top: 0,
        left: 0,
        itemWidth: 24,
        itemHeight: 14,
        itemGap: 18,
        selectedMode: false,
        textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
      },
      grid: { left: 4, right: 12, top: 28 + legendLines(named.map(({ name }) => name), theme, width) * (theme.fontSize + 9), bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: periodAxis(periods, theme, { bars: true, width }),
      yAxis: valueAxis(scale, input, theme),
      series: [...series.map((_, index) => barSeries(input, index, theme)), ...(withTarget ? [targetSeries(targetName, targets, theme, many)] : [])],
    },
  };
}
