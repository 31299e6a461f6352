import PDFDocument from 'pdfkit';
import { accessibleMetadata, type DocumentFacts, xmlText } from './metadata';
import { Page, pageSize } from './page';
import { StructureNode, writeStructure } from './structure';
import { withTypefaces } from './typefaces';

/** A file carried inside the document (PDF/A-3 associated file). */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly data: Buffer;
}

interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly place: string;
}

/** pdfkit puts what a document says of itself into XML as it stands. */
class DurablePdf extends PDFDocument {
  override endMetadata(): void {
    const said = this.info;
    this.info = { ...said };
    for (const part of ['Title', 'Author', 'Subject', 'Keywords'] as const) this.info[part] = xmlText(said[part] ?? '');
    super.endMetadata();
    this.info = said;
  }
}

/**
 * A tagged A4 document (PDF/A-3a, PDF/UA-1): pages, structure, bookmarks, links and attachments, laid out here and
 * written by pdfkit. Knows nothing of what the document says. The same document gives the same bytes.
 */
export class TaggedDocument {
  /** The top of the structure. */
  readonly root = new StructureNode('Document');
  readonly pages: Page[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly places = new Map<string, { page: Page; top: number }>();

  constructor(private readonly facts: DocumentFacts) {}

  /** A new page at the end. */
  addPage(): Page {
    const page = new Page();
    this.pages.push(page);
    return page;
  }

  /** Names a place that bookmarks and links lead to. */
  markPlace(name: string, page: Page, top: number): void {
    this.places.set(name, { page, top });
  }

  /** The number, from 1, of the page a place is on. */
  pageOf(place: string): number | undefined {
    const found = this.places.get(place);
    return found && this.pages.indexOf(found.page) + 1;
  }

  /** An entry of the reader's table of contents. */
  bookmark(level: number, title: string, place: string): void {
    this.bookmarks.push({ level, title, place });
  }

  /** The bytes of the whole document. */
  finish(attachments: readonly Attachment[] = []): Buffer {
    const pdf = this.open();
    const linked = new Set(this.pages.flatMap(({ targets }) => targets));
    let elements: ReturnType<typeof writeStructure> | undefined;
    for (const page of this.pages) {
      pdf.addPage();
      elements ??= writeStructure(pdf, this.root);
      for (const [name, { page: on, top }] of this.places) if (on === page && linked.has(name)) pdf.addNamedDestination(name, 'XYZ', 0, top, null);
      page.paint({ pdf, elements });
    }
    this.writeBookmarks(pdf);
    for (const { name, mediaType, description, data } of attachments) {
      const options = { name, type: mediaType, description, relationship: 'Data', modifiedDate: this.facts.createdAt };
      pdf.file(data, options);
    }
    pdf.end();
    return pdf.read() as Buffer;
  }

  private open(): PDFKit.PDFDocument {
    const { title, author, subject, keywords, createdAt } = this.facts;
    const pdf = new DurablePdf({
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      size: [pageSize.width, pageSize.height],
      margin: 0,
      font: '',
      autoFirstPage: false,
      info: { Producer: 'Maillage', Creator: 'Maillage', CreationDate: createdAt, Title: title, Author: author, Subject: subject, Keywords: keywords },
    });
    pdf.appendXML(accessibleMetadata);
    return withTypefaces(pdf);
  }

  private writeBookmarks(pdf: PDFKit.PDFDocument): void {
    const trail: { level: number; item: PDFKit.PDFOutline }[] = [];
    for (const { level, title, place } of this.bookmarks) {
      while ((trail.at(-1)?.level ?? 0) >= level) trail.pop();
      const { top = 0 } = this.places.get(place) ?? {};
      // pdfkit counts `left` from the right edge.
      const options: object = { pageNumber: (this.pageOf(place) ?? 1) - 1, top, left: pageSize.width };
      trail.push({ level, item: (trail.at(-1)?.item ?? pdf.outline).addItem(title, options) });
    }
  }
}
