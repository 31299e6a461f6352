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

/** Values against their targets, one bar a row: the bar is the value, the upright mark the target. */
export function bulletRows({ rows, scale, heading }: BulletInput, theme: ChartTheme = chartThemes.light): Chart {
  const values = rows.map((row) => position(row.value, row, scale));
  const targets = rows.map((row) => position(row.target, row, scale));
  const shared = rows.every(({ unit }) => unit === '%') ? 100 : undefined;
  const limits = scale === 'own' ? { min: 0, max: Math.min(160, Math.max(120, ...values.map((value) => value ?? 0))) } : niceScale([...values, ...targets], shared);
  const labels = rows.map(({ label }) => label);
  const text = { fontFamily: theme.fontFamily, fontSize: theme.fontSize };
  return {
    height: Math.max(90, rows.length * 46 + 12),
    table: {
      head: [heading ?? 'Indicateur', 'Valeur', 'Objectif', 'État'],
      rows: rows.map((row) => [row.label, writeValue(row.value, row), row.target === null ? noValue : writeValue(row.target, row), row.statusLabel]),
    },
    option: {
      ...frame(theme),
      grid: { left: 4, right: 128, top: 6, bottom: 6, containLabel: true },
      xAxis: { type: 'value', show: false, ...limits },
      yAxis: [
        {
          type: 'category',
          inverse: true,
          data: labels,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...text, color: theme.text, width: 200, overflow: 'break', lineHeight: theme.fontSize * 1.25 },
        },
        {
          type: 'category',
          inverse: true,
          position: 'right',
          data: rows.map(written),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...text, color: theme.text, fontWeight: 600 },
        },
      ],
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
          symbolSize: [3, 26],
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
