import type { Chart } from '@maillage/domain/charts';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

// The renderer writes `style` attributes, which a strict content security policy refuses; set through the object model they are allowed.
const setAttribute = SVGElement.prototype.setAttribute;
SVGElement.prototype.setAttribute = function set(this: SVGElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

/** A chart drawn in the page. */
export interface DrawnChart {
  draw(chart: Chart): void;
  resize(width?: number): void;
  dispose(): void;
}

// Made of elements, not of text: nothing typed by a person becomes markup, and no inline style is needed.
function tooltip(chart: Chart, at: number, classNames: { box: string }): HTMLElement {
  const box = document.createElement('div');
  box.className = classNames.box;
  const [title = '', ...cells] = chart.table.rows[at] ?? [];
  const heading = document.createElement('strong');
  heading.textContent = title;
  box.append(heading);
  cells.forEach((cell, index) => {
    const line = document.createElement('div');
    line.textContent = `${chart.table.head[index + 1] ?? ''}\u00A0: ${cell}`;
    box.append(line);
  });
  return box;
}

/** Draws a chart in a place of the page, as SVG. */
export function mountChart(place: HTMLElement, first: Chart, classNames: { box: string }): DrawnChart {
  const drawn = init(place, null, { renderer: 'svg', width: place.clientWidth || 640, height: first.height, locale: 'FR' });
  const draw = (chart: Chart): void => {
    const { tooltip: look, ...option } = chart.option;
    drawn.setOption(
      {
        ...option,
        tooltip: {
          ...(look as object),
          formatter: (points: { dataIndex: number } | { dataIndex: number }[]) => tooltip(chart, (Array.isArray(points) ? points[0] : points)?.dataIndex ?? 0, classNames),
        },
      },
      { notMerge: true },
    );
  };
  draw(first);
  return {
    draw,
    resize: (width) => drawn.resize({ width: width ?? (place.clientWidth || 640), height: first.height }),
    dispose: () => drawn.dispose(),
  };
}
