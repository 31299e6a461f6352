import { type ObjectId, type PdfFile, ref } from './file';
import { num, pdfText } from './syntax';

/** The standard structure types the documents use. */
export type StructureType =
  | 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Span' | 'L' | 'LI' | 'Lbl' | 'LBody'
  | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption' | 'Link' | 'TOC' | 'TOCI';

/** What a reader's tool needs to know of an element beyond its type. */
export interface StructureOptions {
  /** Says what a figure shows. */
  alt?: string;
  /** The text as it was written, where the font could not draw all of it. */
  actual?: string;
  /** Which cells a header names. */
  scope?: 'Column' | 'Row';
  colSpan?: number;
  summary?: string;
}

type Kid = StructureNode | { page: ObjectId; mark: number } | { page: ObjectId; object: ObjectId };

/** One element of the tree that says what each drawn thing is. */
export class StructureNode {
  readonly kids: Kid[] = [];
  id: ObjectId = 0;
  /** Where a figure stands on its page: left, bottom, right, top. */
  box?: readonly [number, number, number, number];

  constructor(
    readonly type: StructureType,
    readonly options: StructureOptions = {},
  ) {}

  /** A new element inside this one. */
  add(type: StructureType, options?: StructureOptions): StructureNode {
    const node = new StructureNode(type, options);
    this.kids.push(node);
    return node;
  }
}

/** The whole tree, with the way back from what is drawn to its element. */
export class Structure {
  readonly root = new StructureNode('Document');
  private readonly parents: StructureNode[][] = [];
  private readonly objects: { key: number; node: StructureNode }[] = [];

  /** A new page: its list of marks. Returns the key the page carries. */
  page(): number {
    return this.parents.push([]) - 1;
  }

  /** A new mark of a page that belongs to an element. */
  mark(page: number, pageId: ObjectId, node: StructureNode): number {
    const marks = this.parents[page];
    if (!marks) throw new Error('unknown page');
    const mark = marks.push(node) - 1;
    node.kids.push({ page: pageId, mark });
    return mark;
  }

  /** An annotation (a link) that belongs to an element; returns the key it carries, given when all pages are known. */
  object(pageId: ObjectId, object: ObjectId, node: StructureNode): () => number {
    node.kids.push({ page: pageId, object });
    const entry = { key: -1, node };
    this.objects.push(entry);
    return () => entry.key;
  }

  /** Gives annotations the keys that follow those of the pages. */
  numberObjects(): void {
    this.objects.forEach((entry, index) => {
      entry.key = this.parents.length + index;
    });
  }

  /** Writes the tree; returns its root object. */
  write(file: PdfFile): ObjectId {
    const id = file.reserve();
    this.number(file, this.root);
    this.writeNode(file, this.root, id);
    const pages = this.parents.map((nodes, key) => `${key} [${nodes.map((node) => ref(node.id)).join(' ')}]`);
    const objects = this.objects.map(({ key, node }) => `${key} ${ref(node.id)}`);
    const parents = file.add(`<</Nums[${[...pages, ...objects].join(' ')}]>>`);
    return file.put(
      id,
      `<</Type/StructTreeRoot/K ${ref(this.root.id)}/ParentTree ${ref(parents)}/ParentTreeNextKey ${this.parents.length + this.objects.length}>>`,
    );
  }

  private number(file: PdfFile, node: StructureNode): void {
    node.id = file.reserve();
    for (const kid of node.kids) if (kid instanceof StructureNode) this.number(file, kid);
  }

  private writeNode(file: PdfFile, node: StructureNode, parent: ObjectId): void {
    let firstPage: ObjectId | undefined;
    const kids = node.kids.map((kid) => {
      if (kid instanceof StructureNode) {
        this.writeNode(file, kid, node.id);
        return ref(kid.id);
      }
      firstPage ??= kid.page;
      if ('object' in kid) return `<</Type/OBJR/Pg ${ref(kid.page)}/Obj ${ref(kid.object)}>>`;
      return kid.page === firstPage ? String(kid.mark) : `<</Type/MCR/Pg ${ref(kid.page)}/MCID ${kid.mark}>>`;
    });
    file.put(
      node.id,
      `<</S/${node.type}/P ${ref(parent)}${firstPage === undefined ? '' : `/Pg ${ref(firstPage)}`}` +
        `${kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`}${attributes(node)}>>`,
    );
  }
}

function attributes(node: StructureNode): string {
  const { alt, actual, scope, colSpan, summary } = node.options;
  let text = '';
  if (alt !== undefined) text += `/Alt ${pdfText(alt)}`;
  if (actual !== undefined) text += `/ActualText ${pdfText(actual)}`;
  let cell = '';
  if (scope) cell += `/Scope/${scope}`;
  if (colSpan) cell += `/ColSpan ${colSpan}`;
  if (summary) cell += `/Summary ${pdfText(summary)}`;
  if (cell) text += `/A<</O/Table${cell}>>`;
  else if (node.box) text += `/A<</O/Layout/Placement/Block/BBox[${node.box.map(num).join(' ')}]>>`;
  return text;
}
