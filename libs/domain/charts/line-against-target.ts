import { type Chart, noValue } from './chart';
import { chartThemes, type ChartTheme, dashes, symbols } from './chart-theme';
import { directLabel, frame, periodAxis, valueAxis, type ValueFormat, writeValue } from './parts';
import { niceScale, type Scale } from './scale';

/** One line: a value for each period, null where there is none. */
export interface LineSeries {
  name: string;
  values: readonly (number | null)[];
  /** Values not validated yet: drawn hollow, said in the table. */
  drafts?: readonly boolean[];
}

/** What a line chart is made from. */
export interface LineInput extends ValueFormat {
  /** Short labels, « T3 2026 ». */
  periods: readonly string[];
  series: readonly [LineSeries, ...LineSeries[]];
  /** The target of each period; null where none was set. */
  targets?: readonly (number | null)[];
  targetLabel?: string;
  /** Where the community started from. */
  baseline?: { label: string; value: number };
  /** The first column of the table. */
  periodHeading?: string;
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null);
}

/** On which side of the last point its value is written: away from the line that comes to it, unless the target runs just there. */
function labelSide(values: readonly (number | null)[], last: number, target: number | null, { min, max }: Scale): 'top' | 'bottom' {
  const value = values[last] ?? 0;
  const before = values.findLast((one, at) => at < last && one !== null) ?? value;
  const room = (max - min) * 0.16;
  const targetAbove = target !== null && target > value && target - value < room;
  const targetBelow = target !== null && target <= value && value - target < room;
  if (before <= value) return targetAbove ? 'bottom' : 'top';
  return targetBelow ? 'top' : 'bottom';
}

function valueSeries(input: LineInput, index: number, theme: ChartTheme, scale: Scale): Record<string, unknown> {
  const { name, values, drafts } = input.series[index] as LineSeries;
  const color = theme.series[index % theme.series.length] as string;
  const many = input.series.length > 1;
  const last = lastKnown(values);
  const position = labelSide(values, last, input.targets?.[last] ?? null, scale);
  const label = directLabel(many ? name : writeValue(values[last], input), color, theme, many ? { position: 'right' } : { position, align: 'right', offset: [8, 0] });
  return {
    type: 'line',
    name,
    connectNulls: false,
    showAllSymbol: true,
    symbol: symbols[index % symbols.length],
    symbolSize: 9,
    lineStyle: { width: 2.5, color, type: dashes[index % dashes.length] },
    itemStyle: { color, borderColor: color, borderWidth: 2 },
    z: 3,
    data: values.map((value, at) => ({
      value: value ?? '-',
      ...(drafts?.[at] ? { itemStyle: { color: theme.surface, borderColor: color, borderWidth: 2 } } : {}),
      ...(at === last ? { label } : {}),
    })),
  };
}

/** Where the target is named: at whichever end the values are farther from it, so that the words cross no line. */
function labelledTarget(values: readonly (number | null)[], targets: readonly (number | null)[]): number {
  const last = lastKnown(targets);
  const first = targets.findIndex((target) => target !== null);
  const gap = (at: number): number => Math.abs((values[at] ?? targets[at] ?? 0) - (targets[at] ?? 0));
  return gap(first) > gap(last) ? first : last;
}

function targetSeries(input: LineInput, theme: ChartTheme): Record<string, unknown>[] {
  const { targets } = input;
  if (!targets || lastKnown(targets) < 0) return [];
  const at = labelledTarget(input.series[0].values, targets);
  const reached = (input.series[0].values[at] ?? Number.NEGATIVE_INFINITY) >= (targets[at] ?? 0);
  const atStart = at < targets.length / 2;
  const word = input.targetLabel ?? 'objectif';
  return [
    {
      type: 'line',
      name: word,
      step: 'middle',
      symbol: 'none',
      connectNulls: true,
      lineStyle: { width: 2, color: theme.target, type: [6, 4] },
      itemStyle: { color: theme.target },
      z: 2,
      data: targets.map((value, index) => ({
        value: value ?? '-',
        ...(index === at
          ? { symbol: 'rect', symbolSize: 1, label: directLabel(`${word} ${writeValue(value, input)}`, theme.target, theme, { position: reached ? 'bottom' : 'top', align: atStart ? 'left' : 'right', distance: 8 }) }
          : {}),
      })),
    },
  ];
}

function baselineSeries(input: LineInput, theme: ChartTheme): Record<string, unknown>[] {
  const { baseline, periods } = input;
  if (!baseline) return [];
  return [
    {
      type: 'line',
      name: baseline.label,
      symbol: 'none',
      lineStyle: { width: 1.5, color: theme.axis, type: [2, 4] },
      itemStyle: { color: theme.axis },
      z: 1,
      data: periods.map((_, at) => ({
        value: baseline.value,
        ...(at === 0
          ? { symbol: 'rect', symbolSize: 1, label: directLabel(`${baseline.label} ${writeValue(baseline.value, input)}`, theme.textSoft, theme, { position: 'bottom', align: 'left', fontWeight: 400, distance: 6 }) }
          : {}),
      })),
    },
  ];
}

function table(input: LineInput): Chart['table'] {
  const { periods, series, targets } = input;
  const withTarget = targets?.some((value) => value !== null) ?? false;
  return {
    head: [input.periodHeading ?? 'Période', ...series.map(({ name }) => name), ...(withTarget ? ['Objectif'] : [])],
    rows: periods.map((period, at) => [
      period,
      ...series.map(({ values, drafts }) => {
        const written = writeValue(values[at], input);
        return drafts?.[at] && written !== noValue ? `${written} (non validé)` : written;
      }),
      ...(withTarget ? [writeValue(targets?.[at], input)] : []),
    ]),
  };
}

/** Values over periods with the target drawn and labelled. Gaps stay gaps; a hollow point is a value not validated yet. */
export function lineAgainstTarget(input: LineInput, theme: ChartTheme = chartThemes.light, width = 640): Chart {
  const all = [...input.series.flatMap(({ values }) => values), ...(input.targets ?? []), input.baseline?.value];
  const scale = input.yesNo ? { min: 0, max: 1, interval: 1 } : niceScale(all, { atMost: input.unit === '%' ? 100 : undefined, whole: input.decimals === 0 });
  return {
    height: 280,
    table: table(input),
    option: {
      ...frame(theme),
      grid: { left: 4, right: input.series.length > 1 ? Math.min(120, width * 0.24) : 28, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: periodAxis(input.periods, theme, { bars: input.periods.length < 2, width }),
      yAxis: valueAxis(scale, input, theme),
      series: [...input.series.map((_, index) => valueSeries(input, index, theme, scale)), ...targetSeries(input, theme), ...baselineSeries(input, theme)],
    },
  };
}
