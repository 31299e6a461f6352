/** The standard structure types the documents use. */
export type StructureType =
  | 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody'
  | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Link';

/** What a reader's tool needs to know of an element beyond its type. */
export interface StructureOptions {
  /** Says what a figure shows. */
  readonly alt?: string;
  /** The text as it was written, where the font could not draw all of it. */
  readonly actual?: string;
  /** Which cells a header names. */
  readonly scope?: 'Column' | 'Row';
  /** Says what a table holds. */
  readonly summary?: string;
  /** Where a figure stands on its page, from the top left corner: left, top, right, bottom. */
  readonly bbox?: [number, number, number, number];
}

/** One element of the tree that says what each drawn thing is. */
export class StructureNode {
  readonly kids: StructureNode[] = [];

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

/** The same tree as elements of the file, by node. */
export function writeStructure(pdf: PDFKit.PDFDocument, root: StructureNode): ReadonlyMap<StructureNode, PDFKit.PDFStructureElement> {
  const elements = new Map<StructureNode, PDFKit.PDFStructureElement>();
  const write = (node: StructureNode): PDFKit.PDFStructureElement => {
    const { summary, ...options } = node.options;
    const element = pdf.struct(node.type, options) as PDFKit.PDFStructureElement & { dictionary: { data: object } };
    // pdfkit has no option for this one. It writes a String object as a text, a plain string as a name.
    if (summary) Object.assign(element.dictionary.data, { A: { O: 'Table', Summary: Object(summary) } });
    elements.set(node, element);
    for (const kid of node.kids) element.add(write(kid));
    return element;
  };
  pdf.addStructure(write(root));
  return elements;
}
