import { type Chart, noValue } from './chart';
import { chartThemes, type ChartTheme } from './chart-theme';
import { frame, type ValueFormat, writeValue } from './parts';
import { niceScale } from './scale';

/** One thing compared with its target. */
export interface BulletRow extends ValueFormat {
  label: string;
  value: number | null;
  target: number | null;
  /** How it stands, and the French word for it. */
  tone: keyof ChartTheme['status'];
  statusLabel: string;
}

/** What a list of bullet bars is made from. */
export interface BulletInput {
  rows: readonly BulletRow[];
  /** « shared »: one scale for values of the same unit; « own »: each bar against its own target, set at 100. */
  scale: 'shared' | 'own';
  heading?: string;
}

type Option = Record<string, unknown>;
const narrow = 520;

function position(value: number | null, row: BulletRow, scale: BulletInput['scale']): number | null {
  if (value === null) return null;
  if (scale === 'shared') return value;
  if (row.target === null || row.target === 0) return null;
  return (value / row.target) * 100;
}

function written(row: BulletRow): string {
  const value = writeValue(row.value, row);
  if (row.target === null) return value;
  return row.value === null ? `objectif ${writeValue(row.target, row)}` : `${value} / ${writeValue(row.target, row)}`;
}

function labelAxes(rows: readonly BulletRow[], theme: ChartTheme, width: number): Option[] {
  const plain = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  const text = { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.text };
  // On a phone the words stand above their bar, on a wide screen at its left and right.
  const above = width < narrow ? { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 15, 0] } : {};
  const name = width < narrow ? { ...above, align: 'left', width: width - 128, overflow: 'truncate' } : { align: 'right', width: Math.min(260, width * 0.34), overflow: 'break', lineHeight: theme.fontSize * 1.25 };
  return [
    { ...plain, data: rows.map(({ label }) => label), axisLabel: { ...text, ...name } },
    { ...plain, position: 'right', data: rows.map(written), axisLabel: { ...text, fontWeight: 600, ...above, ...(width < narrow ? { align: 'right' } : {}) } },
  ];
}

/** Values against their targets, one bar a row: the bar is the value, the upright mark the target. */
export function bulletRows({ rows, scale, heading }: BulletInput, theme: ChartTheme = chartThemes.light, width = 640): Chart {
  const values = rows.map((row) => position(row.value, row, scale));
  const targets = rows.map((row) => position(row.target, row, scale));
  const shared = rows.every(({ unit }) => unit === '%') ? 100 : undefined;
  const limits = scale === 'own' ? { min: 0, max: Math.min(160, Math.max(120, ...values.map((value) => value ?? 0))) } : niceScale([...values, ...targets], { atMost: shared });
  const stacked = width < narrow;
  return {
    height: Math.max(90, rows.length * (stacked ? 62 : 46) + 12),
    table: {
      head: [heading ?? 'Indicateur', 'Valeur', 'Objectif', 'État'],
      rows: rows.map((row) => [row.label, writeValue(row.value, row), row.target === null ? noValue : writeValue(row.target, row), row.statusLabel]),
    },
    option: {
      ...frame(theme),
      grid: stacked ? { left: 2, right: 2, top: 20, bottom: 0 } : { left: 4, right: 4, top: 6, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'value', show: false, ...limits },
      yAxis: labelAxes(rows, theme, width),
      series: [
        {
          type: 'bar',
          name: 'Valeur',
          barWidth: 14,
          showBackground: true,
          backgroundStyle: { color: theme.track },
          data: values.map((value, at) => ({ value: value === null ? '-' : Math.min(value, limits.max), itemStyle: { color: theme.status[rows[at]?.tone ?? 'none'] } })),
        },
        {
          type: 'line',
          name: 'Objectif',
          symbol: 'rect',
          symbolSize: [3, 24],
          showAllSymbol: true,
          lineStyle: { width: 0, opacity: 0 },
          itemStyle: { color: theme.text },
          z: 4,
          data: targets.map((target, at) => [target ?? '-', at]),
        },
      ],
    },
  };
}
