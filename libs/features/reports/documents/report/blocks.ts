import type { Block } from '../pdf/block';
import { textBlock } from '../pdf/block';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import type { Cell, CellText } from '../pdf/table';
import type { Tone } from './status-mark';
import { toneMark } from './status-mark';
import { colour, letters, tinted } from './style';

/** A heading of a section with its place in the bookmarks; stays with what follows it (`keep`). */
export function heading(flow: Flow, parent: StructureNode, title: { text: string; level: 2 | 3; place?: string; gap?: number }, keep: number): void {
  const { text, level, place, gap = level === 2 ? 20 : 13 } = title;
  const style = level === 2 ? letters.h2 : letters.h3;
  const block = textBlock(text, style, flow.width, level === 2 ? 'H2' : 'H3');
  const after = level === 2 ? 6 : 4;
  flow.skip(gap);
  flow.need(block.height + after + keep);
  if (place) {
    flow.document.markPlace(place, flow.page, flow.y - 6);
    flow.document.bookmark(level - 1, text, place);
  }
  flow.place(block, parent);
  flow.skip(after);
}

/** A paragraph of the body. */
export function paragraph(flow: Flow, parent: StructureNode, text: string, style: (typeof letters)[keyof typeof letters] = letters.body, after = 6): void {
  flow.place(textBlock(text, style, flow.width), parent);
  flow.skip(after);
}

/** A plain cell. */
export function cell(text: string, style: CellText['style'] = letters.cell): Cell {
  return { texts: [{ text, style }] };
}

/** A cell with its second line in small letters. */
export function cellWithNote(text: string, note: string | null | undefined, style: CellText['style'] = letters.cell): Cell {
  return { texts: [{ text, style }, ...(note ? [{ text: note, style: letters.cellNote, gap: 0.6 }] : [])] };
}

/** Shape and word of a status. */
export function statusCell(tone: Tone, word: string, note?: string): Cell {
  const style = tone === 'none' ? letters.cellFaint : tinted(letters.cellStrong, colour.status[tone]);
  return { texts: [{ text: word, style, mark: toneMark(tone) }, ...(note ? [{ text: note, style: letters.cellNote, gap: 0.6 }] : [])] };
}

/** Two blocks side by side. */
export function sideBySide(blocks: readonly Block[], width: number, gutter: number): Block {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    draw(page, x, y, parent) {
      blocks.forEach((block, index) => block.draw(page, x + index * (width + gutter), y, parent));
    },
  };
}
