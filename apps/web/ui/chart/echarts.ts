import type { Chart } from '@maillage/domain/charts';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([LineChart, BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

// The renderer writes `style` attributes, which a strict content security policy refuses; set through the object model they are allowed.
const setAttribute = SVGElement.prototype.setAttribute;
SVGElement.prototype.setAttribute = function set(this: SVGElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

/** A place of the page where a chart is drawn, and drawn again. */
export interface DrawnChart {
  draw(chart: Chart, width: number): void;
  dispose(): void;
}

// Made of elements, not of text: nothing typed by a person becomes markup, and no inline style is needed.
function tooltip({ table }: Chart, at: number, className: string): HTMLElement {
  const box = document.createElement('div');
  box.className = className;
  const [title = '', ...cells] = table.rows[at] ?? [];
  const heading = document.createElement('strong');
  heading.textContent = title;
  box.append(heading);
  cells.forEach((cell, index) => {
    const line = document.createElement('div');
    line.textContent = `${table.head[index + 1] ?? ''}\u00A0: ${cell}`;
    box.append(line);
  });
  return box;
}

type Point = { dataIndex: number };

/** Makes a place ready; charts are drawn there as SVG. */
export function mountChart(place: HTMLElement, tooltipClass: string): DrawnChart {
  const drawn = init(place, null, { renderer: 'svg', width: place.clientWidth || 640, height: 10, locale: 'FR' });
  return {
    draw(chart, width) {
      const { tooltip: look, ...option } = chart.option;
      const formatter = (points: Point | Point[]): HTMLElement => tooltip(chart, (Array.isArray(points) ? points[0] : points)?.dataIndex ?? 0, tooltipClass);
      drawn.resize({ width, height: chart.height });
      drawn.setOption({ ...option, tooltip: { ...(look as object), formatter } }, { notMerge: true });
      // On paper the drawing takes the width it finds there (chart.module.css).
      place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${chart.height}`);
    },
    dispose: () => drawn.dispose(),
  };
}
