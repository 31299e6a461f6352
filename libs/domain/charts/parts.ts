import { formatNumber, formatWithUnit } from '../kernel';
import { noValue } from './chart';
import type { ChartTheme } from './chart-theme';
import type { Scale } from './scale';

/** How the values of a chart are written. */
export interface ValueFormat {
  /** « % », « professionnels », « jours »… */
  unit?: string | null;
  decimals?: number;
  /** 1 is « oui » and 0 is « non ». */
  yesNo?: boolean;
}

/** One value in French, or the dash of a missing one. */
export function writeValue(value: number | null | undefined, { unit, decimals, yesNo }: ValueFormat): string {
  if (value === null || value === undefined) return noValue;
  if (yesNo) return value >= 1 ? 'oui' : 'non';
  return formatWithUnit(value, unit, decimals);
}

/** What all our charts have in common. */
export function frame(theme: ChartTheme): Record<string, unknown> {
  return {
    animation: false,
    backgroundColor: 'transparent',
    color: [...theme.series],
    textStyle: { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.text },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.axis,
      textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
      axisPointer: { type: 'line', lineStyle: { color: theme.axis, width: 1, type: 'solid' } },
    },
  };
}

/** The axis of periods; where there is no room for all, one in two, in three… counted from the last, which is always named. */
export function periodAxis(labels: readonly string[], theme: ChartTheme, { bars, width }: { bars: boolean; width: number }): Record<string, unknown> {
  const longest = Math.max(1, ...labels.map(({ length }) => length));
  // Without a drawing to measure in: an average letter is half as wide as it is high. The rest is the value axis and the margins.
  const room = Math.max(1, Math.floor((width - 72) / (longest * theme.fontSize * 0.52 + 14)));
  const step = Math.ceil(labels.length / room);
  return {
    type: 'category',
    data: [...labels],
    boundaryGap: bars,
    axisLine: { lineStyle: { color: theme.axis } },
    axisTick: { alignWithLabel: true, lineStyle: { color: theme.axis } },
    axisLabel: {
      color: theme.textSoft,
      fontSize: theme.fontSize,
      hideOverlap: true,
      margin: 10,
      interval: (at: number) => (labels.length - 1 - at) % step === 0,
      alignMinLabel: bars ? undefined : 'left',
      alignMaxLabel: bars ? undefined : 'right',
    },
  };
}

/** The axis of values, its graduations written in French. */
export function valueAxis(scale: Scale, format: ValueFormat, theme: ChartTheme): Record<string, unknown> {
  const write = (value: number): string => {
    if (format.yesNo) return value === 1 ? 'oui' : value === 0 ? 'non' : '';
    return format.unit === '%' ? writeValue(value, { unit: '%' }) : formatNumber(value);
  };
  return {
    type: 'value',
    ...scale,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.grid, width: 1 } },
    axisLabel: { color: theme.textSoft, fontSize: theme.fontSize, formatter: write },
  };
}

/** Letters beside a point or at the end of a line; a halo keeps them legible over a line. */
export function directLabel(text: string, color: string, theme: ChartTheme, extra: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    show: true,
    formatter: text,
    color,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    fontWeight: 600,
    textBorderColor: theme.surface,
    textBorderWidth: 3,
    ...extra,
  };
}
