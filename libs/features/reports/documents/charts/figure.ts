import type { Chart } from '@maillage/domain/charts';
import type { Block } from '../pdf/block';
import { pageSize } from '../pdf/page';
import { drawSvg } from './draw-svg';
import { chartSvg, pointsPerPixel } from './engine';

/** A chart as a block of the page: vectors, never broken, with the sentence that a screen reader says. */
export function chartFigure(chart: Chart, width: number, height: number, alt: string): Block {
  return {
    height,
    draw(page, x, y, parent) {
      const node = parent.add('Figure', { alt });
      node.box = [x, pageSize.height - y - height, x + width, pageSize.height - y];
      const svg = chartSvg(chart, Math.round(width / pointsPerPixel), Math.round(height / pointsPerPixel));
      page.tagged(node, () => drawSvg(page, svg, x, y, pointsPerPixel));
    },
  };
}
