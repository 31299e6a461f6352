import type { StructureNode } from './structure';

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
  dash?: readonly [line: number, gap: number];
}

/** What a page is painted with: the file being written and its structure. */
export interface Painter {
  readonly pdf: PDFKit.PDFDocument;
  readonly elements: ReadonlyMap<StructureNode, PDFKit.PDFStructureElement>;
}

type Point = readonly [x: number, y: number];

/**
 * A page being drawn, from its top left corner, in points. Everything drawn is inside a mark: an element's, or decoration.
 * Drawing is kept and painted when the whole document is laid out: what depends on later pages is known by then.
 */
export class Page {
  /** The places its links lead to. */
  readonly targets: string[] = [];
  private readonly steps: ((painter: Painter) => void)[] = [];
  private ink = '';

  /** Draws what belongs to an element of the structure. */
  tagged(node: StructureNode, draw: () => void): void {
    this.steps.push(({ pdf, elements }) => elements.get(node)?.add(pdf.markStructureContent(node.type)));
    draw();
    this.steps.push(({ pdf }) => pdf.endMarkedContent());
  }

  /** Draws what a screen reader skips: rules, backgrounds, repeated headers. */
  decoration(draw: () => void, kind: 'Layout' | 'Pagination' = 'Layout'): void {
    this.steps.push(({ pdf }) => pdf.markContent('Artifact', { type: kind }));
    draw();
    this.steps.push(({ pdf }) => pdf.endMarkedContent());
  }

  /** One line of text; `y` is its baseline. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text !== '') this.steps.push(({ pdf }) => this.write(pdf, { x, y, text }, style));
  }

  /** Text known only when the whole document is laid out, such as a page number; it ends at `right`. */
  laterText(right: number, y: number, style: TextStyle, text: () => string): void {
    this.steps.push(({ pdf }) => {
      const shown = text();
      this.write(pdf, { x: right - pdf.font(style.face).fontSize(style.size).widthOfString(shown), y, text: shown }, style);
    });
  }

  /** A filled or outlined rectangle. */
  rect(x: number, y: number, width: number, height: number, style: ShapeStyle): void {
    this.shape((pdf) => pdf.rect(x, y, width, height), style);
  }

  /** A straight line. */
  line(x1: number, y1: number, x2: number, y2: number, style: ShapeStyle): void {
    this.polyline([[x1, y1], [x2, y2]], style);
  }

  /** A polygon through points. */
  polygon(points: readonly Point[], style: ShapeStyle): void {
    this.shape((pdf) => pdf.polygon(...points.map((point) => [...point])), style);
  }

  /** A line through points. */
  polyline(points: readonly Point[], style: ShapeStyle): void {
    this.shape((pdf) => points.forEach(([x, y], index) => (index === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y))), style);
  }

  /** A disc. */
  disc(x: number, y: number, radius: number, style: ShapeStyle): void {
    this.shape((pdf) => pdf.circle(x, y, radius), style);
  }

  /** Any path. */
  shape(trace: (pdf: PDFKit.PDFDocument) => void, { fill, stroke, width = 1, dash }: ShapeStyle): void {
    this.steps.push(({ pdf }) => {
      if (fill) this.fillWith(pdf, fill);
      if (stroke) pdf.strokeColor(stroke).lineWidth(width);
      if (dash) pdf.dash(dash[0], { space: dash[1] });
      trace(pdf);
      if (fill && stroke) pdf.fillAndStroke();
      else if (stroke) pdf.stroke();
      else pdf.fill();
      if (dash) pdf.undash();
    });
  }

  /** Makes a box a link to a named place; it stands in the structure as part of `node`, which is then complete. */
  link({ x, y, width, height }: { x: number; y: number; width: number; height: number }, { target, label }: { target: string; label: string }, node: StructureNode): void {
    this.targets.push(target);
    this.steps.push(({ pdf, elements }) => {
      const element = elements.get(node);
      const options = { Contents: Object(label), structParent: element };
      pdf.goTo(x, y, width, height, target, options);
      // Written while its page is the current one: pdfkit takes the page of the annotation from there.
      element?.end();
    });
  }

  /** Paints what was drawn on the current page of the file. */
  paint(painter: Painter): void {
    this.ink = '';
    for (const step of this.steps) step(painter);
  }

  private write(pdf: PDFKit.PDFDocument, { x, y, text }: { x: number; y: number; text: string }, { face, size, colour }: TextStyle): void {
    this.fillWith(pdf, colour);
    pdf.font(face).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  private fillWith(pdf: PDFKit.PDFDocument, colour: string): void {
    if (this.ink === colour) return;
    this.ink = colour;
    pdf.fillColor(colour);
  }
}
