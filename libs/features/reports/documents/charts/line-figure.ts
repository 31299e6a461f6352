import type { Chart } from '@maillage/domain/charts';
import type { Block, LineStyle } from '../pdf/block';
import { baselineIn } from '../pdf/block';
import { widthOf } from '../pdf/lines';
import type { Page } from '../pdf/page';
import { type DrawnOption, drawnOption, type DrawnSeries, known, pointAt } from './drawn-option';

const letters: LineStyle = { face: 'regular', size: 8, leading: 10, colour: '#333333' };
const strong: LineStyle = { ...letters, face: 'strong' };
const pointRadius = 2.3;

type Spot = readonly [x: number, y: number];

/** The plane of a chart: from values to points of the page. */
interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(index: number): number;
  y(value: number): number;
}

interface Label {
  readonly text: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A line chart of the shared builders, drawn on paper: same scale, same gaps, same marks and words as on screen. */
export function lineFigure(chart: Chart, width: number, height: number, alt: string): Block {
  const option = drawnOption(chart.option);
  return {
    height,
    draw(page, x, y, parent) {
      const node = parent.add('Figure', { alt, bbox: [x, y, x + width, y + height] });
      page.tagged(node, () => drawLines(page, option, { x, y, width, height }));
    },
  };
}

function drawLines(page: Page, option: DrawnOption, box: { x: number; y: number; width: number; height: number }): void {
  const axis = Array.isArray(option.yAxis) ? option.yAxis[0] : option.yAxis;
  const { min = 0, max = 1, interval = 1 } = axis;
  const periods = option.xAxis.data ?? [];
  const ticks = Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, index) => min + index * interval);
  const written = ticks.map((tick) => axis.axisLabel?.formatter?.(Number(tick.toFixed(6))) ?? String(tick));
  const gutter = Math.max(...written.map((text) => widthOf(text, letters))) + 6;
  const plane = planeOf(box, { gutter, count: periods.length, min, max });

  written.forEach((text, index) => {
    const y = plane.y(ticks[index] ?? 0);
    const ground = index === 0;
    page.line(plane.left, y, plane.right, y, { stroke: (ground ? option.xAxis.axisLine?.lineStyle?.color : axis.splitLine?.lineStyle?.color) ?? '#dfe5e6', width: ground ? 0.8 : 0.5 });
    page.text(plane.left - 6 - widthOf(text, letters), y + baselineIn({ ...letters, leading: 0 }), text, letters);
  });
  drawPeriods(page, periods, plane);
  const segments: Spot[] = [];
  const target: Spot[] = [];
  const labels: (() => Label)[] = [];
  // What lies under is drawn first: the starting value, the target, then the values.
  for (const series of [...option.series].reverse()) {
    const spots = drawSeries(page, series, plane, periods.length);
    const values = series.step === undefined && series.symbol !== 'none';
    (values ? segments : target).push(...spots);
    labels.push(...labelsOf(series, { plane, count: periods.length, values, curve: segments, target }));
  }
  const placed: Label[] = [];
  for (const make of labels.reverse()) placed.push(apart(make(), placed, plane));
  for (const label of placed) {
    page.rect(label.x - 1.5, label.y - letters.size * 0.78, label.width + 3, letters.size * 1.05, { fill: '#ffffff' });
    page.text(label.x, label.y, label.text, { ...strong, colour: label.colour });
  }
}

function planeOf(box: { x: number; y: number; width: number; height: number }, { gutter, count, min, max }: { gutter: number; count: number; min: number; max: number }): Plane {
  const [left, right, top, bottom] = [box.x + gutter, box.x + box.width, box.y + 11, box.y + box.height - 15];
  const [first, last] = [left + 9, right - 12];
  return {
    left,
    right,
    top,
    bottom,
    x: (index) => (count < 2 ? (first + last) / 2 : first + (index * (last - first)) / (count - 1)),
    y: (value) => bottom - ((value - min) / (max - min || 1)) * (bottom - top),
  };
}

/** As many period labels as fit, the last one always. */
function drawPeriods(page: Page, periods: readonly string[], plane: Plane): void {
  const widest = Math.max(0, ...periods.map((text) => widthOf(text, letters)));
  const room = periods.length < 2 ? widest : plane.x(1) - plane.x(0);
  const every = Math.max(1, Math.ceil((widest + 8) / (room || 1)));
  periods.forEach((text, index) => {
    const x = plane.x(index);
    page.line(x, plane.bottom, x, plane.bottom + 2.5, { stroke: '#6a7a7f', width: 0.5 });
    if ((periods.length - 1 - index) % every !== 0) return;
    const width = widthOf(text, letters);
    const left = Math.min(Math.max(x - width / 2, plane.left - 8), plane.right - width);
    page.text(left, plane.bottom + 12, text, letters);
  });
}

/** Draws a series and returns the points it goes through. */
function drawSeries(page: Page, series: DrawnSeries, plane: Plane, count: number): Spot[] {
  const { lineStyle, step, connectNulls, symbol } = series;
  const stroke = lineStyle?.color ?? '#000000';
  const dash = dashOf(lineStyle?.type);
  const style = { stroke, width: (lineStyle?.width ?? 2) * 0.62, ...(dash ? { dash } : {}) };
  const spots: (Spot | undefined)[] = Array.from({ length: count }, (_, index) => {
    const value = known(pointAt(series, index));
    return value === undefined ? undefined : [plane.x(index), plane.y(value)];
  });
  let run: Spot[] = [];
  const flush = (): void => {
    if (run.length > 1) page.polyline(step === 'middle' ? stepped(run) : run, style);
    run = [];
  };
  for (const spot of spots) {
    if (spot) run.push(spot);
    else if (!connectNulls) flush();
  }
  flush();
  const drawn = spots.filter((spot): spot is Spot => spot !== undefined);
  if (symbol === 'none') return drawn;
  spots.forEach((spot, index) => {
    if (!spot) return;
    const fill = pointAt(series, index)?.itemStyle?.color ?? stroke;
    page.disc(spot[0], spot[1], pointRadius, { fill, stroke, width: 1.1 });
  });
  return drawn;
}

/** The dashes of the screen, at the size of the paper. */
function dashOf(type: 'solid' | readonly number[] | undefined): readonly [number, number] | undefined {
  if (!Array.isArray(type)) return undefined;
  const [line = 1, gap = line] = type.map((part: number) => part * 0.62);
  return [line, gap];
}

/** A target changes half way between two periods. */
function stepped(spots: readonly Spot[]): Spot[] {
  return spots.flatMap((spot, index): Spot[] => {
    const next = spots[index + 1];
    if (!next || next[1] === spot[1]) return [spot];
    const middle = (spot[0] + next[0]) / 2;
    return [spot, [middle, spot[1]], [middle, next[1]]];
  });
}

function labelsOf(series: DrawnSeries, { plane, count, values, curve, target }: { plane: Plane; count: number; values: boolean; curve: readonly Spot[]; target: readonly Spot[] }): (() => Label)[] {
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const point = pointAt(series, index);
    const value = known(point);
    if (!point?.label || value === undefined) return [];
    const { formatter: text, color: colour } = point.label;
    const width = widthOf(text, strong);
    const [x, y] = [plane.x(index), plane.y(value)];
    const left = Math.min(x - width / 2, plane.right - width);
    if (values) {
      // Over the point, or under it: wherever the curve and the target are not.
      const places = [{ x: left, y: y - 5.5 }, { x: left, y: y + 11 }];
      return [(): Label => ({ text, colour, width, ...leastCrowded(places, { plane, curve: [...curve.filter(([px]) => px !== x), ...target], width }) })];
    }
    return [(): Label => ({ text, colour, width, ...freeSide(plane, curve, { y, width }) })];
  });
}

/** Where the words of a target stand: at the end or the start of its line, over or under it, wherever the curve is far. */
function freeSide(plane: Plane, curve: readonly Spot[], at: { y: number; width: number }): { x: number; y: number } {
  const places = [plane.right - at.width, plane.left + 4].flatMap((x) => [
    { x, y: at.y - 3.6 },
    { x, y: at.y + 9.4 },
  ]);
  return leastCrowded(places, { plane, curve, width: at.width });
}

/** The place where the letters cover the least of a curve; the first of equals. */
function leastCrowded(places: readonly { x: number; y: number }[], { plane, curve, width }: { plane: Plane; curve: readonly Spot[]; width: number }): { x: number; y: number } {
  const crowd = (place: { x: number; y: number }): number => {
    let cost = place.y - 8 < plane.top - 9 || place.y > plane.bottom - 1 ? 50 : 0;
    for (let index = 0; index < curve.length; index += 1) {
      const [x1, y1] = curve[index] ?? [0, 0];
      const [x2, y2] = curve[index + 1] ?? [x1, y1];
      for (let part = 0; part < 4; part += 1) {
        const x = x1 + ((x2 - x1) * part) / 4;
        const y = y1 + ((y2 - y1) * part) / 4;
        if (x > place.x - 4 && x < place.x + width + 4 && y > place.y - 10 && y < place.y + 5) cost += 3;
      }
    }
    return cost;
  };
  return places.reduce((best, place) => (crowd(place) < crowd(best) ? place : best));
}

/** Moves a label that would cover another one. */
function apart(label: Label, placed: readonly Label[], plane: Plane): Label {
  const covered = placed.find((other) => Math.abs(other.y - label.y) < 9 && label.x < other.x + other.width + 2 && other.x < label.x + label.width + 2);
  if (!covered) return label;
  const up = covered.y - 9.5;
  return { ...label, y: up > plane.top - 4 && label.y <= covered.y ? up : covered.y + 9.5 };
}
