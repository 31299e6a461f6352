import { linesOf, spokenText } from './lines';
import type { Page, TextStyle } from './page';
import type { StructureNode, StructureType } from './structure';

/** Something measured before it is drawn, and drawn in one piece. */
export interface Block {
  readonly height: number;
  draw(page: Page, x: number, y: number, parent: StructureNode): void;
}

/** A text style with its distance from line to line. */
export interface LineStyle extends TextStyle {
  readonly leading: number;
}

/** Where the baseline stands in a line of this leading: capitals centred. */
export function baselineIn({ size, leading }: Pick<LineStyle, 'size' | 'leading'>): number {
  return leading / 2 + size * 0.33;
}

/** A paragraph or a heading. */
export function textBlock(text: string, style: LineStyle, width: number, type: StructureType = 'P', indent = 0): Block {
  const lines = linesOf(text, style, width - indent);
  const actual = spokenText([text]);
  return {
    height: lines.length * style.leading,
    draw(page, x, y, parent) {
      page.tagged(parent.add(type, actual === undefined ? {} : { actual }), () => drawLines(page, lines, style, x + indent, y));
    },
  };
}

/** Lines one under the other. */
export function drawLines(page: Page, lines: readonly string[], style: LineStyle, x: number, y: number): void {
  const baseline = baselineIn(style);
  lines.forEach((line, index) => page.text(x, y + index * style.leading + baseline, line, style));
}

/** Empty space. */
export function space(height: number): Block {
  return { height, draw: () => undefined };
}

/** Blocks one under the other, kept together. */
export function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw(page, x, y, parent) {
      let top = y;
      for (const block of blocks) {
        block.draw(page, x, top, parent);
        top += block.height;
      }
    },
  };
}
