import type { ObjectId } from './file';
import type { FontUse } from './font-use';
import type { Structure, StructureNode } from './structure';
import { num } from './syntax';

/** A4 in points. */
export const pageSize = { width: 595.28, height: 841.89 } as const;

/** The two weights the documents are set in. */
export type Face = 'regular' | 'strong';

/** How a piece of text looks. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
}

/** How a shape looks; colours are « #rrggbb ». */
export interface ShapeStyle {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
}

/** A link of a page to a place of the document. */
export interface PageLink {
  readonly object: ObjectId;
  readonly box: readonly [number, number, number, number];
  readonly target: string;
  readonly label: string;
  readonly key: () => number;
}

const colours = new Map<string, string>();

/** « 0.06 0.3 0.33 » from « #0f4c55 ». */
function channels(colour: string): string {
  let found = colours.get(colour);
  if (!found) {
    const value = Number.parseInt(colour.slice(1), 16);
    found = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => String(Math.round(channel / 2.55) / 100)).join(' ');
    colours.set(colour, found);
  }
  return found;
}

/** A page being drawn, from its top left corner, in points. Everything drawn is inside a mark: an element's, or decoration. */
export class Page {
  readonly links: PageLink[] = [];
  private readonly ops: string[] = [];
  private readonly later: (() => void)[] = [];
  private fill = '';

  constructor(
    readonly id: ObjectId,
    readonly key: number,
    private readonly structure: Structure,
    private readonly fonts: Record<Face, FontUse>,
  ) {}

  /** Draws what belongs to an element of the structure. */
  tagged(node: StructureNode, draw: () => void): void {
    const mark = this.structure.mark(this.key, this.id, node);
    this.ops.push(`/${node.type}<</MCID ${mark}>>BDC`);
    draw();
    this.ops.push('EMC');
  }

  /** Draws what a screen reader skips: rules, backgrounds, repeated headers. */
  decoration(draw: () => void, kind: 'Layout' | 'Pagination' = 'Layout'): void {
    this.ops.push(kind === 'Layout' ? '/Artifact BMC' : '/Artifact<</Type/Pagination>>BDC');
    draw();
    this.ops.push('EMC');
  }

  /** One line of text; `y` is its baseline. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text === '') return;
    this.paint(style.colour);
    const font = this.fonts[style.face];
    this.ops.push(`BT/${font.label} ${num(style.size)} Tf ${num(x)} ${num(pageSize.height - y)} Td ${font.show(text)} ET`);
  }

  /** Text known only when the whole document is laid out, such as a page number; it ends at `right`. */
  laterText(right: number, y: number, style: TextStyle, text: () => string): void {
    const slot = this.ops.push('') - 1;
    this.later.push(() => {
      const font = this.fonts[style.face];
      const shown = text();
      const x = right - (font.typeface.width(shown) * style.size) / 1000;
      this.ops[slot] = `q ${channels(style.colour)} rg BT/${font.label} ${num(style.size)} Tf ${num(x)} ${num(pageSize.height - y)} Td ${font.show(shown)} ET Q`;
    });
  }

  /** Writes what was left for later. */
  settle(): void {
    for (const write of this.later.splice(0)) write();
  }

  /** A filled or outlined rectangle. */
  rect(x: number, y: number, width: number, height: number, style: ShapeStyle): void {
    this.shape(`${num(x)} ${num(pageSize.height - y - height)} ${num(width)} ${num(height)} re`, style);
  }

  /** A straight line. */
  line(x1: number, y1: number, x2: number, y2: number, style: ShapeStyle): void {
    this.shape(`${num(x1)} ${num(pageSize.height - y1)} m ${num(x2)} ${num(pageSize.height - y2)} l`, style);
  }

  /** A polygon through points. */
  polygon(points: readonly (readonly [number, number])[], style: ShapeStyle): void {
    const path = points.map(([x, y], index) => `${num(x)} ${num(pageSize.height - y)} ${index === 0 ? 'm' : 'l'}`).join(' ');
    this.shape(`${path} h`, style);
  }

  /** A line through points, with round joins. */
  polyline(points: readonly (readonly [number, number])[], style: ShapeStyle): void {
    const path = points.map(([x, y], index) => `${num(x)} ${num(pageSize.height - y)} ${index === 0 ? 'm' : 'l'}`).join(' ');
    this.shape(path, style);
  }

  /** A disc. */
  disc(x: number, y: number, radius: number, style: ShapeStyle): void {
    const k = radius * 0.5523;
    const at = (dx: number, dy: number): string => `${num(x + dx)} ${num(pageSize.height - y - dy)}`;
    this.shape(
      `${at(radius, 0)} m ${at(radius, k)} ${at(k, radius)} ${at(0, radius)} c ${at(-k, radius)} ${at(-radius, k)} ${at(-radius, 0)} c ` +
        `${at(-radius, -k)} ${at(-k, -radius)} ${at(0, -radius)} c ${at(k, -radius)} ${at(radius, -k)} ${at(radius, 0)} c h`,
      style,
    );
  }

  /** A path already written in PDF operators, in page space from the bottom. */
  shape(path: string, { fill, stroke, width = 1, dash }: ShapeStyle): void {
    if (fill) this.paint(fill);
    if (!stroke) {
      if (fill) this.ops.push(`${path} f`);
      return;
    }
    const dashed = dash && dash.length > 0;
    const line = `${channels(stroke)} RG ${num(width)} w${dashed ? ` [${dash.map(num).join(' ')}] 0 d` : ''}`;
    this.ops.push(`${line} ${path} ${fill ? 'B' : 'S'}${dashed ? ' [] 0 d' : ''}`);
  }

  /** Makes a box a link to a named place; it stands in the structure as part of `node`. */
  link(area: { x: number; y: number; width: number; height: number }, to: { target: string; label: string }, object: ObjectId, node: StructureNode): void {
    const { x, y, width, height } = area;
    this.links.push({ ...to, object, box: [x, pageSize.height - y - height, x + width, pageSize.height - y], key: this.structure.object(this.id, object, node) });
  }

  /** What the page draws. */
  content(): Buffer {
    return Buffer.from(this.ops.join('\n'), 'latin1');
  }

  private paint(colour: string): void {
    if (this.fill === colour) return;
    this.fill = colour;
    this.ops.push(`${channels(colour)} rg`);
  }
}
