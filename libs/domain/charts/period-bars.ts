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

function sums({ periods, series }: BarsInput): number[] {
  return periods.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
}

/** Counts by period, side by side or stacked, with the target as a dashed line; told apart by pattern as well as colour. */
export function periodBars(input: BarsInput, theme: ChartTheme = chartThemes.light): Chart {
  const { periods, series, stacked, targets } = input;
  const many = series.length > 1;
  const labelled = !many && periods.length <= 16;
  const withTarget = targets?.some((value) => value !== null) ?? false;
  const lastTarget = targets?.findLastIndex((value) => value !== null) ?? -1;
  const scale = niceScale([...(stacked ? sums(input) : series.flatMap(({ values }) => values)), ...(targets ?? [])]);
  return {
    height: 280,
    table: {
      head: [input.periodHeading ?? 'Période', ...series.map(({ name }) => name), ...(withTarget ? ['Objectif'] : [])],
      rows: periods.map((period, at) => [period, ...series.map(({ values }) => writeValue(values[at], input)), ...(withTarget ? [writeValue(targets?.[at], input)] : [])]),
    },
    option: {
      ...frame(theme),
      aria: { enabled: many, label: { enabled: false }, decal: { show: many } },
      legend: many
        ? { show: true, top: 0, left: 0, icon: 'rect', itemWidth: 20, itemHeight: 14, itemGap: 18, selectedMode: false, textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize }, data: series.map(({ name }) => name) }
        : { show: false },
      grid: { left: 4, right: 12, top: many ? 44 : 28, bottom: 4, containLabel: true },
      xAxis: periodAxis(periods, theme, true),
      yAxis: valueAxis(scale, input, theme),
      series: [
        ...series.map(({ name, values }, index) => {
          const color = theme.series[index % theme.series.length] as string;
          return {
            type: 'bar',
            name,
            ...(stacked ? { stack: 'total' } : {}),
            barMaxWidth: 44,
            itemStyle: { color, borderColor: theme.surface, borderWidth: many ? 1 : 0 },
            data: values.map((value) => ({ value: value ?? '-', ...(labelled && value !== null ? { label: directLabel(writeValue(value, { ...input, unit: input.unit === '%' ? '%' : null }), theme.text, theme, { position: 'top', fontWeight: 400 }) } : {}) })),
          };
        }),
        ...(withTarget
          ? [
              {
                type: 'line',
                name: 'Objectif',
                step: 'middle',
                symbol: 'none',
                connectNulls: true,
                lineStyle: { width: 2, color: theme.target, type: [6, 4] },
                itemStyle: { color: theme.target },
                z: 4,
                data: (targets ?? []).map((value, at) => ({
                  value: value ?? '-',
                  ...(at === lastTarget ? { symbol: 'rect', symbolSize: 1, label: directLabel(`objectif ${writeValue(value, input)}`, theme.target, theme, { position: 'top', align: 'right' }) } : {}),
                })),
              },
            ]
          : []),
      ],
    },
  };
}
