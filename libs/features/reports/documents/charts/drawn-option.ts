import type { ChartOption } from '@maillage/domain/charts';

/** A value of a series as the shared builders write it; « - » is a gap. */
export interface DrawnPoint {
  readonly value: number | '-';
  readonly itemStyle?: { readonly color?: string };
  readonly label?: { readonly formatter: string; readonly color: string };
}

/** A line or the bars of a chart. */
export interface DrawnSeries {
  readonly type: 'line' | 'bar';
  readonly name: string;
  readonly step?: 'middle';
  readonly connectNulls?: boolean;
  readonly symbol?: string;
  readonly lineStyle?: { readonly color?: string; readonly width?: number; readonly type?: 'solid' | readonly number[] };
  readonly itemStyle?: { readonly color?: string };
  readonly backgroundStyle?: { readonly color?: string };
  readonly data: readonly (DrawnPoint | readonly [number | '-', number])[];
}

interface Axis {
  readonly data?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly interval?: number;
  readonly axisLabel?: { readonly color?: string; readonly formatter?: (value: number) => string };
  readonly splitLine?: { readonly lineStyle?: { readonly color?: string } };
  readonly axisLine?: { readonly lineStyle?: { readonly color?: string } };
}

/** The part of an option that paper draws: what our own builders write, and nothing else of the charting library. */
export interface DrawnOption {
  readonly xAxis: Axis;
  readonly yAxis: Axis | readonly Axis[];
  readonly series: readonly DrawnSeries[];
}

/** The option of a shared builder, read as what paper draws. */
export function drawnOption(option: ChartOption): DrawnOption {
  return option as unknown as DrawnOption;
}

/** The point of a series written as one value for each period. */
export function pointAt({ data }: DrawnSeries, index: number): DrawnPoint | undefined {
  const point = data[index];
  return point && 'value' in point ? point : undefined;
}

/** The number of a point, undefined for a gap. */
export function known(point: DrawnPoint | undefined): number | undefined {
  return typeof point?.value === 'number' ? point.value : undefined;
}
