import type { Chart } from '@maillage/domain/charts';
import { type ECharts, init, setPlatformAPI } from 'echarts';
import { widthOf } from '../pdf/lines';

/** How many points of the page one pixel of a chart makes: 12 px letters are set in 8.6 pt. */
export const pointsPerPixel = 0.72;

let measuring = false;
let engine: ECharts | undefined;

/** The library measures letters with the very font the page is set in: nothing overlaps on paper. */
function measureWithOurFont(): void {
  if (measuring) return;
  measuring = true;
  setPlatformAPI({
    measureText(text, font = '') {
      const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12');
      const face = /(^|\s)(bold|[6-9]00)(\s|$)/.test(font) ? 'strong' : 'regular';
      return { width: widthOf(text, { face, size }) };
    },
  });
}

/** Draws a chart as SVG, in pixels, without a browser. One engine serves all charts of the process: making one costs more than drawing. */
export function chartSvg(chart: Chart, width: number, height: number): string {
  measureWithOurFont();
  if (!engine) {
    engine = init(null, null, { renderer: 'svg', ssr: true, width, height });
  }
  if (engine.getWidth() !== width || engine.getHeight() !== height) engine.resize({ width, height });
  engine.clear();
  engine.setOption(chart.option, { notMerge: true, silent: true });
  const svg = engine.renderToSVGString();
  // Nothing moves on paper, and a running clock would keep the process alive.
  engine.getZr().animation.stop();
  return svg;
}
