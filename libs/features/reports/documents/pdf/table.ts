import { baselineIn, drawLines, type LineStyle } from './block';
import type { Flow } from './flow';
import { linesOf, spokenText, widthOf } from './lines';
import type { Page } from './page';
import type { StructureNode } from './structure';

/** A small drawing before the first line of a cell: the shape of a status. */
export interface CellMark {
  readonly width: number;
  draw(page: Page, x: number, middle: number): void;
}

/** One text of a cell; several stand under one another. */
export interface CellText {
  readonly text: string;
  readonly style: LineStyle;
  readonly mark?: CellMark;
  readonly gap?: number;
  /** Replaces the text once the document is laid out (a page number), in a column aligned right. */
  readonly late?: () => string;
}

/** What a cell holds. A `link` makes the cell lead to a place of the document. */
export interface Cell {
  readonly texts: readonly CellText[];
  readonly link?: { readonly target: string; readonly label: string };
}

/** A column: its title, and its width (points). */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** A table as it is drawn; `summary` says to who does not see it what it holds. */
export interface TableSpec {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The column whose cell names the row. */
  readonly rowHeader?: number;
  readonly summary: string;
  readonly style: TableStyle;
}

/** Letters, rules and margins (points) of a table. */
export interface TableStyle {
  readonly head: LineStyle;
  readonly padding: { readonly x: number; readonly y: number };
  readonly strongRule: string;
  readonly rule: string;
}

interface Line {
  readonly text: string;
  readonly style: LineStyle;
  readonly mark?: CellMark;
  readonly indent: number;
  readonly top: number;
  readonly late?: () => string;
}

interface MeasuredCell {
  readonly lines: readonly Line[];
  readonly height: number;
  readonly cell: Cell;
  readonly actual: string | undefined;
}

interface MeasuredRow {
  readonly cells: readonly MeasuredCell[];
  readonly height: number;
}

/** A table measured once: it knows its height before it is placed, repeats its header on each page and keeps rows whole. */
export class Table {
  readonly rows: readonly MeasuredRow[];
  readonly headHeight: number;
  private readonly heads: readonly string[][];

  constructor(readonly spec: TableSpec) {
    const { columns, style } = spec;
    this.heads = columns.map(({ title, width }, index) => linesOf(title, style.head, width - this.inset(index)));
    this.headHeight = Math.max(...this.heads.map((lines) => lines.length)) * style.head.leading + style.padding.y * 2;
    this.rows = spec.rows.map((cells) => {
      const measured = cells.map((cell, index) => this.measure(cell, (columns[index]?.width ?? 0) - this.inset(index)));
      return { cells: measured, height: Math.max(...measured.map(({ height }) => height)) + style.padding.y * 2 };
    });
  }

  /** Height when nothing breaks it. */
  get height(): number {
    return this.headHeight + this.rows.reduce((sum, { height }) => sum + height, 0);
  }

  /** The header and its first row: what must never be parted from the heading above. */
  get startHeight(): number {
    return this.keepHeight(1);
  }

  /** The header and its first rows: what a heading wants under it. */
  keepHeight(rows: number): number {
    return this.headHeight + this.rows.slice(0, rows).reduce((sum, { height }) => sum + height, 0);
  }

  /** Draws the table where the flow stands, over as many pages as it needs. */
  place(flow: Flow, parent: StructureNode): void {
    const table = parent.add('Table', { summary: this.spec.summary });
    const body = { head: table.add('THead'), rows: table.add('TBody') };
    flow.need(Math.min(this.startHeight, flow.pageHeight));
    this.drawHead(flow, body.head.add('TR'));
    for (const row of this.rows) {
      if (row.height > flow.room + 0.01) {
        if (row.height + this.headHeight <= flow.pageHeight || flow.room < flow.pageHeight / 3) {
          flow.breakPage();
          this.drawHead(flow);
        }
      }
      this.drawRow(flow, row, body.rows.add('TR'));
    }
  }

  /** Columns stand apart by their padding; the first and the last touch the margins. */
  private inset(index: number): number {
    const { x } = this.spec.style.padding;
    return (index === 0 ? 0 : x) + (index === this.spec.columns.length - 1 ? 0 : x);
  }

  private measure(cell: Cell, width: number): MeasuredCell {
    const lines: Line[] = [];
    let top = 0;
    for (const { text, style, mark, gap = 0, late } of cell.texts) {
      top += lines.length > 0 ? gap : 0;
      const indent = mark?.width ?? 0;
      linesOf(text, style, width - indent).forEach((line, index) => {
        lines.push({ text: line, style, indent, top, ...(mark && index === 0 ? { mark } : {}), ...(late ? { late } : {}) });
        top += style.leading;
      });
    }
    return { lines, height: top, cell, actual: spokenText(cell.texts.map(({ text }) => text)) };
  }

  private drawHead(flow: Flow, row?: StructureNode): void {
    const { page, left, y } = flow;
    const { columns, style } = this.spec;
    let x = left;
    const draw = (index: number, at: number): void => {
      const lines = this.heads[index] ?? [];
      const column = columns[index];
      if (!column) return;
      const top = y + this.headHeight - style.padding.y - lines.length * style.head.leading;
      lines.forEach((line, count) => {
        page.text(this.textLeft(index, at, widthOf(line, style.head)), top + count * style.head.leading + baselineIn(style.head), line, style.head);
      });
    };
    columns.forEach(({ width }, index) => {
      const at = x;
      // Repeated on the following pages, the header is decoration: it has been read once.
      if (row) page.tagged(row.add('TH', { scope: 'Column' }), () => draw(index, at));
      else page.decoration(() => draw(index, at), 'Pagination');
      x += width;
    });
    page.decoration(() => page.line(left, y + this.headHeight, x, y + this.headHeight, { stroke: style.strongRule, width: 0.9 }));
    flow.y += this.headHeight;
  }

  private textLeft(index: number, x: number, width: number): number {
    const column = this.spec.columns[index];
    if (!column) return x;
    const { padding } = this.spec.style;
    if (column.align !== 'right') return x + (index === 0 ? 0 : padding.x);
    return x + column.width - (index === this.spec.columns.length - 1 ? 0 : padding.x) - width;
  }

  /** Draws a row; one taller than the page goes on with its next lines on the next page. */
  private drawRow(flow: Flow, row: MeasuredRow, node: StructureNode): void {
    const { columns, rowHeader, style } = this.spec;
    const nodes = row.cells.map(({ actual }, index) =>
      node.add(index === rowHeader ? 'TH' : 'TD', {
        ...(index === rowHeader ? { scope: 'Row' } : {}),
        ...(actual === undefined ? {} : { actual }),
      }),
    );
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    let from = 0;
    let rest = row.height;
    for (;;) {
      const height = Math.min(rest, flow.room);
      const whole = height >= rest - 0.01;
      const until = whole ? Number.POSITIVE_INFINITY : from + height - style.padding.y * 2;
      let next = Number.POSITIVE_INFINITY;
      let x = flow.left;
      row.cells.forEach((cell, index) => {
        const lines = cell.lines.filter(({ top, style: { leading } }) => top >= from - 0.01 && top + leading <= until + 0.01);
        const after = cell.lines.find(({ top, style: { leading } }) => top >= from - 0.01 && top + leading > until + 0.01);
        if (after) next = Math.min(next, after.top);
        const cellNode = nodes[index];
        if (cellNode && lines.length > 0) this.drawCell(flow, cell, lines, { index, x, y: flow.y + style.padding.y - from, node: cellNode });
        x += columns[index]?.width ?? 0;
      });
      const bottom = flow.y + height;
      flow.page.decoration(() => flow.page.line(flow.left, bottom, flow.left + width, bottom, { stroke: style.rule, width: 0.5 }));
      flow.y = bottom;
      if (whole || !Number.isFinite(next)) return;
      rest -= next - from;
      from = next;
      flow.breakPage();
      this.drawHead(flow);
    }
  }

  private drawCell(flow: Flow, cell: MeasuredCell, lines: readonly Line[], at: { index: number; x: number; y: number; node: StructureNode }): void {
    const { page } = flow;
    const draw = (): void => {
      for (const { text, style, mark, indent, top, late } of lines) {
        const left = this.textLeft(at.index, at.x, widthOf(text, style) + indent);
        if (late) page.laterText(left, at.y + top + baselineIn(style), style, late);
        mark?.draw(page, left, at.y + top + style.leading / 2);
        drawLines(page, [text], style, left + indent, at.y + top);
      }
    };
    const { link } = cell.cell;
    if (!link) {
      page.tagged(at.node, draw);
      return;
    }
    const node = at.node.add('Link');
    page.tagged(node, draw);
    const width = this.spec.columns[at.index]?.width ?? 0;
    page.link({ x: at.x, y: at.y - 1, width, height: cell.height + 2 }, link, node);
  }
}
