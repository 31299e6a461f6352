import type { Block } from './block';
import type { TaggedDocument } from './document';
import { type Page, pageSize } from './page';
import type { StructureNode } from './structure';

/** Where the text stands on each page. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Fills pages from top to bottom. A block never breaks; what must stay together is measured together first. */
export class Flow {
  page: Page;
  y: number;

  constructor(
    readonly document: TaggedDocument,
    private readonly frame: Frame,
  ) {
    this.page = document.addPage();
    this.y = frame.top;
  }

  get left(): number {
    return this.frame.left;
  }

  /** Width of the text. */
  get width(): number {
    return pageSize.width - this.frame.left - this.frame.right;
  }

  /** Height of an empty page. */
  get pageHeight(): number {
    return pageSize.height - this.frame.top - this.frame.bottom;
  }

  /** What is left of this page. */
  get room(): number {
    return pageSize.height - this.frame.bottom - this.y;
  }

  get atTop(): boolean {
    return this.y === this.frame.top;
  }

  /** Goes to a new page. */
  breakPage(): void {
    this.page = this.document.addPage();
    this.y = this.frame.top;
  }

  /** Goes to a new page unless this height is left here. */
  need(height: number): void {
    if (height > this.room + 0.01 && !this.atTop) this.breakPage();
  }

  /** Leaves space, except at the top of a page. */
  skip(height: number): void {
    if (!this.atTop) this.y = Math.min(this.y + height, pageSize.height - this.frame.bottom);
  }

  /** Draws a block here, or on the next page when it does not fit; `keep` is what must still fit under it. */
  place(block: Block, parent: StructureNode, keep = 0): void {
    this.need(block.height + keep);
    block.draw(this.page, this.left, this.y, parent);
    this.y += block.height;
  }
}
