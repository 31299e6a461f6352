import { printable, widthOf } from '../pdf/lines';
import { type Face, type Page, pageSize, type ShapeStyle } from '../pdf/page';
import { num } from '../pdf/syntax';
import { followPath, identity, type Matrix, multiply, readTransform } from './svg-path';
import { type SvgTag, svgTags } from './svg-tags';

interface Group {
  readonly matrix: Matrix;
}

/** Draws an SVG text made by the charting library on a page, as vectors and real letters; `scale` is points per pixel. */
export function drawSvg(page: Page, svg: string, x: number, y: number, scale: number): void {
  const groups: Group[] = [{ matrix: [scale, 0, 0, scale, x, y] }];
  let definitions = 0;
  for (const tag of svgTags(svg)) {
    const { name, attributes } = tag;
    if (name === 'defs' || name === 'clipPath') {
      definitions += tag.empty ? 0 : tag.closing ? -1 : 1;
      continue;
    }
    if (definitions > 0 || name === 'svg') continue;
    const matrix = multiply(groups[groups.length - 1]?.matrix ?? identity, readTransform(attributes['transform']));
    if (name === 'g') {
      if (tag.closing) groups.pop();
      else if (!tag.empty) groups.push({ matrix });
      continue;
    }
    if (tag.closing) continue;
    if (name === 'text') drawText(page, tag, matrix);
    else drawShape(page, tag, matrix);
  }
}

function drawShape(page: Page, { name, attributes }: SvgTag, matrix: Matrix): void {
  const d = outlineOf(name, attributes);
  if (!d) return;
  const style = styleOf(attributes, Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])));
  if (!style.fill && !style.stroke) return;
  const ops: string[] = [];
  const point = (x: number, y: number): string => `${num(x)} ${num(pageSize.height - y)}`;
  followPath(d, matrix, {
    move: (px, py) => ops.push(`${point(px, py)} m`),
    line: (px, py) => ops.push(`${point(px, py)} l`),
    curve: (x1, y1, x2, y2, px, py) => ops.push(`${point(x1, y1)} ${point(x2, y2)} ${point(px, py)} c`),
    close: () => ops.push('h'),
  });
  page.shape(ops.join(' '), style);
}

/** Every shape as a path. */
function outlineOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  if (name === 'path') return attributes['d'] ?? '';
  if (name === 'rect') return `M${number('x')} ${number('y')}h${number('width')}v${number('height')}h${-number('width')}Z`;
  if (name === 'circle') {
    const [cx, cy, r] = [number('cx'), number('cy'), number('r')];
    return `M${cx + r} ${cy}A${r} ${r} 0 1 1 ${cx - r} ${cy}A${r} ${r} 0 1 1 ${cx + r} ${cy}Z`;
  }
  if (name === 'line') return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (name === 'polyline') return `M${attributes['points'] ?? ''}`;
  if (name === 'polygon') return `M${attributes['points'] ?? ''}Z`;
  return '';
}

function styleOf(attributes: Readonly<Record<string, string>>, scale: number): ShapeStyle {
  const fill = colourOf(attributes['fill'] ?? '#000000', attributes['fill-opacity']);
  const stroke = colourOf(attributes['stroke'], attributes['stroke-opacity']);
  const dash = attributes['stroke-dasharray'];
  return {
    ...(fill ? { fill } : {}),
    ...(stroke ? { stroke, width: Number(attributes['stroke-width'] ?? 1) * scale } : {}),
    ...(stroke && dash && dash !== 'none' ? { dash: dash.split(/[\s,]+/).map((part) => Number(part) * scale) } : {}),
  };
}

/** « #rrggbb » from what the library writes; undefined for nothing to paint. */
function colourOf(text: string | undefined, opacity?: string): string | undefined {
  if (!text || text === 'none' || text === 'transparent' || opacity === '0') return undefined;
  if (/^#[\da-f]{6}$/i.test(text)) return text;
  if (/^#[\da-f]{3}$/i.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  const parts = /^rgba?\(([^)]+)\)$/.exec(text)?.[1]?.split(/[\s,]+/).map(Number);
  if (!parts || parts[3] === 0) return undefined;
  return `#${parts.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function drawText(page: Page, { attributes, text }: SvgTag, matrix: Matrix): void {
  const css = attributes['style'] ?? '';
  const size = Number(/font-size:([\d.]+)px/.exec(css)?.[1] ?? 12);
  const face: Face = /font-weight:(bold|[6-9]00)/.test(css) ? 'strong' : 'regular';
  const shown = printable(text);
  const width = widthOf(shown, { face, size });
  const anchor = attributes['text-anchor'] ?? 'start';
  const left = Number(attributes['x'] ?? 0) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  // « central » centres the letters on the point: half a capital under it.
  const drop = attributes['dominant-baseline'] === 'central' ? size * 0.33 : 0;
  const baseline = Number(attributes['y'] ?? 0) + drop;
  const colour = colourOf(attributes['fill'] ?? '#000000') ?? '#000000';
  const halo = colourOf(attributes['stroke']);
  if (halo) haloBehind(page, halo, matrix, { left, width, baseline, size });
  page.textAt(multiply(matrix, [1, 0, 0, 1, left, baseline]), shown, { face, size, colour });
}

/** Letters stand on a small plain ground where the library asked for an outline: same effect, and the text is there once. */
function haloBehind(page: Page, fill: string, matrix: Matrix, at: { left: number; width: number; baseline: number; size: number }): void {
  const [top, bottom] = [at.baseline - at.size * 0.72, at.baseline + at.size * 0.2];
  const [first, second] = [at.left - 1.5, at.left + at.width + 1.5];
  const corners = [[first, top], [second, top], [second, bottom], [first, bottom]] as const;
  page.polygon(corners.map(([x, y]) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]] as const), { fill });
}
