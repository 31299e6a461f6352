/** A transformation [a b c d e f], as SVG writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The transformation written in a `transform` attribute. */
export function readTransform(text: string | undefined): Matrix {
  let matrix = identity;
  for (const [, name = '', values = ''] of (text ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = values.split(/[\s,]+/).map(Number);
    if (name === 'matrix') matrix = multiply(matrix, [p, q, r, s, t, u]);
    else if (name === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, p, q]);
    else if (name === 'scale') matrix = multiply(matrix, [p, 0, 0, q || p, 0, 0]);
    else if (name === 'rotate') {
      const angle = (p * Math.PI) / 180;
      matrix = multiply(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
    }
  }
  return matrix;
}

/** Where the path goes: points already transformed. */
export interface Pen {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  close(): void;
}

const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** Follows the `d` of a path. */
export function followPath(d: string, matrix: Matrix, pen: Pen): void {
  const [a, b, c, dd, e, f] = matrix;
  const at = (px: number, py: number): [number, number] => [a * px + c * py + e, b * px + dd * py + f];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([MLHVCQAZmlhvcqaz])([^MLHVCQAZmlhvcqaz]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    let command = letter.toUpperCase();
    const relative = letter !== command;
    const size = sizes[command] ?? 0;
    for (let index = 0; index === 0 || index + size <= numbers.length; index += size) {
      const values = numbers.slice(index, index + size);
      const [dx, dy] = relative ? [x, y] : [0, 0];
      const last = values.length;
      const endX = command === 'V' ? x : (command === 'H' ? (values[0] ?? 0) : (values[last - 2] ?? 0)) + dx;
      const endY = command === 'H' ? y : (values[last - 1] ?? 0) + dy;
      const [v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0] = values;
      if (command === 'M') {
        pen.move(...at(endX, endY));
        [startX, startY] = [endX, endY];
      } else if (command === 'L' || command === 'H' || command === 'V') pen.line(...at(endX, endY));
      else if (command === 'C') pen.curve(...at(v0 + dx, v1 + dy), ...at(v2 + dx, v3 + dy), ...at(endX, endY));
      else if (command === 'Q') {
        const [qx, qy] = [v0 + dx, v1 + dy];
        pen.curve(...at(x + ((qx - x) * 2) / 3, y + ((qy - y) * 2) / 3), ...at(endX + ((qx - endX) * 2) / 3, endY + ((qy - endY) * 2) / 3), ...at(endX, endY));
      } else if (command === 'A') followArc({ x, y, rx: v0, ry: v1, tilt: v2, large: v3 !== 0, sweep: v4 !== 0, endX, endY }, (points) => pen.curve(...at(points[0], points[1]), ...at(points[2], points[3]), ...at(points[4], points[5])));
      else {
        pen.close();
        [x, y] = [startX, startY];
        break;
      }
      [x, y] = [endX, endY];
      // After a move, further pairs are lines.
      if (command === 'M') command = 'L';
      if (size === 0) break;
    }
  }
}

interface Arc {
  x: number;
  y: number;
  rx: number;
  ry: number;
  tilt: number;
  large: boolean;
  sweep: boolean;
  endX: number;
  endY: number;
}

/** An elliptical arc as curves of a quarter turn at most. */
function followArc(arc: Arc, curve: (points: [number, number, number, number, number, number]) => void): void {
  const { x, y, endX, endY, large, sweep } = arc;
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)];
  if (rx === 0 || ry === 0 || (x === endX && y === endY)) return;
  const tilt = (arc.tilt * Math.PI) / 180;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const px = (cos * (x - endX)) / 2 + (sin * (y - endY)) / 2;
  const py = (-sin * (x - endX)) / 2 + (cos * (y - endY)) / 2;
  const grow = Math.sqrt((px * px) / (rx * rx) + (py * py) / (ry * ry));
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow];
  const rest = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
  const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, rest / (rx * rx * py * py + ry * ry * px * px)));
  const [cpx, cpy] = [(k * rx * py) / ry, (-k * ry * px) / rx];
  const [cx, cy] = [cos * cpx - sin * cpy + (x + endX) / 2, sin * cpx + cos * cpy + (y + endY) / 2];
  const from = Math.atan2((py - cpy) / ry, (px - cpx) / rx);
  let turn = Math.atan2((-py - cpy) / ry, (-px - cpx) / rx) - from;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6));
  const step = turn / steps;
  const t = (4 / 3) * Math.tan(step / 4);
  const on = (u: number, v: number): [number, number] => [cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v];
  for (let index = 0; index < steps; index += 1) {
    const [start, end] = [from + index * step, from + (index + 1) * step];
    const [c1, s1, c2, s2] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)];
    curve([...on(c1 - t * s1, s1 + t * c1), ...on(c2 + t * s2, s2 - t * c2), ...on(c2, s2)]);
  }
}
