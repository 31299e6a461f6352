import type { Chart } from '@maillage/domain/charts';
import { baselineIn, type Block, drawLines, type LineStyle } from '../pdf/block';
import { linesOf, widthOf } from '../pdf/lines';
import type { CellMark } from '../pdf/table';
import { drawnOption, known, pointAt } from './drawn-option';

const letters: LineStyle = { face: 'regular', size: 8.4, leading: 10, colour: '#16262a' };
const strong: LineStyle = { ...letters, face: 'strong' };
const barThickness = 8;

/** Widths of the columns: names, bars, figures. All the missions of a report share them. */
const columns = { names: 222, figures: 116, gap: 10 } as const;

/** Bullet bars of the shared builders, drawn on paper: the bar is the value, the upright line the target, the shape beside it the status. */
export function bulletFigure(chart: Chart, width: number, alt: string, marks: readonly CellMark[]): Block {
  const { xAxis, yAxis, series } = drawnOption(chart.option);
  const [names, figures] = Array.isArray(yAxis) ? [yAxis[0]?.data ?? [], yAxis[1]?.data ?? []] : [[], []];
  const [bars, targets] = series;
  const lines = names.map((name: string) => linesOf(name, letters, columns.names));
  const heights = lines.map((text: string[]) => Math.max(17, text.length * letters.leading + 5));
  const height = heights.reduce((sum: number, one: number) => sum + one, 0);
  const { min = 0, max = 1 } = xAxis;
  const left = columns.names + columns.gap;
  const room = width - left - columns.figures - columns.gap;
  const along = (value: number): number => ((Math.min(Math.max(value, min), max) - min) / (max - min || 1)) * room;
  return {
    height,
    draw(page, x, y, parent) {
      const node = parent.add('Figure', { alt, bbox: [x, y, x + width, y + height] });
      page.tagged(node, () => {
        let top = y;
        lines.forEach((text: string[], index: number) => {
          const rowHeight = heights[index] ?? 0;
          const middle = top + rowHeight / 2;
          drawLines(page, text, letters, x, middle - (text.length * letters.leading) / 2);
          page.rect(x + left, middle - barThickness / 2, room, barThickness, { fill: bars?.backgroundStyle?.color ?? '#dfe5e6' });
          const point = bars && pointAt(bars, index);
          const value = known(point);
          if (value !== undefined) page.rect(x + left, middle - barThickness / 2, along(value), barThickness, { fill: point?.itemStyle?.color ?? '#333333' });
          const upright = targets?.data[index];
          const target = upright && !('value' in upright) ? upright[0] : '-';
          if (typeof target === 'number') page.rect(x + left + along(target) - 0.8, middle - barThickness / 2 - 3, 1.6, barThickness + 6, { fill: '#000000' });
          marks[index]?.draw(page, x + left + room + columns.gap, middle);
          const figure = withoutTwice(figures[index] ?? '');
          page.text(x + width - widthOf(figure, strong), middle + baselineIn({ ...strong, leading: 0 }), figure, strong);
          top += rowHeight;
        });
      });
    },
  };
}

/** « 121 / 120 professionnels »: a unit in letters is said once. */
function withoutTwice(figure: string): string {
  const [value = '', target] = figure.split(' / ');
  const unit = /\u00A0(\p{L}.*)$/u.exec(target ?? '')?.[0];
  return unit && value.endsWith(unit) ? `${value.slice(0, -unit.length)} / ${target}` : figure;
}
