import { createHash } from 'node:crypto';
import { sRgbProfile } from './colour-profile';
import { type ObjectId, PdfFile, ref } from './file';
import { FontUse } from './font-use';
import { type DocumentFacts, xmp } from './metadata';
import { type Face, Page, pageSize } from './page';
import { Structure } from './structure';
import { num, pdfDate, pdfName, pdfText } from './syntax';
import { documentTypefaces } from './typefaces';

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

/**
 * A tagged A4 document: pages, structure, fonts, bookmarks, links, metadata, written to the letter of PDF/A-3a and PDF/UA-1.
 * Knows nothing of what the document says.
 */
export class TaggedDocument {
  readonly structure = new Structure();
  readonly pages: Page[] = [];
  private readonly file = new PdfFile();
  private readonly fonts: Record<Face, FontUse>;
  private readonly bookmarks: Bookmark[] = [];
  private readonly places = new Map<string, { page: Page; top: number }>();
  private readonly pageTree = this.file.reserve();

  constructor(private readonly facts: DocumentFacts) {
    const { regular, strong } = documentTypefaces();
    this.fonts = {
      regular: new FontUse(regular, this.file.reserve(), 'F1'),
      strong: new FontUse(strong, this.file.reserve(), 'F2'),
    };
  }

  /** A new page at the end. */
  addPage(): Page {
    const page = new Page(this.file.reserve(), this.structure.page(), this.structure, this.fonts);
    this.pages.push(page);
    return page;
  }

  /** A number for a link's annotation. */
  linkObject(): ObjectId {
    return this.file.reserve();
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
    const { file, facts } = this;
    for (const page of this.pages) page.settle();
    this.structure.numberObjects();
    this.writePages();
    for (const font of Object.values(this.fonts)) font.embed(file);
    const profile = file.addStream('/N 3', sRgbProfile());
    const metadata = file.addStream('/Type/Metadata/Subtype/XML', Buffer.from(xmp(facts), 'utf8'), 'raw');
    const carried = attachments.map((attachment) => this.attach(attachment));
    const outlines = this.writeBookmarks();
    const catalog = file.add(
      `<</Type/Catalog/Pages ${ref(this.pageTree)}/Lang(fr-FR)/MarkInfo<</Marked true>>/StructTreeRoot ${ref(this.structure.write(file))}` +
        `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${ref(metadata)}${outlines}` +
        `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${ref(profile)}>>]` +
        (carried.length === 0
          ? ''
          : `/AF[${carried.map(({ id }) => ref(id)).join(' ')}]/Names<</EmbeddedFiles<</Names[${carried.map(({ id, name }) => `${pdfText(name)} ${ref(id)}`).join(' ')}]>>>>`) +
        '>>',
    );
    const date = pdfDate(facts.createdAt);
    const info = file.add(
      `<</Title ${pdfText(facts.title)}/Author ${pdfText(facts.author)}/Subject ${pdfText(facts.subject)}/Keywords ${pdfText(facts.keywords)}` +
        `/Creator(Maillage)/Producer(Maillage)/CreationDate${date}/ModDate${date}>>`,
    );
    return file.finish(catalog, info);
  }

  private writePages(): void {
    const { file } = this;
    const fonts = Object.values(this.fonts).map((font) => `/${font.label} ${ref(font.id)}`).join('');
    const resources = file.add(`<</Font<<${fonts}>>>>`);
    for (const page of this.pages) {
      const content = file.addStream('', page.content());
      for (const link of page.links) {
        file.put(
          link.object,
          `<</Type/Annot/Subtype/Link/Rect[${link.box.map(num).join(' ')}]/Border[0 0 0]/F 4/Contents ${pdfText(link.label)}` +
            `/StructParent ${link.key()}/Dest${this.destination(link.target)}>>`,
        );
      }
      const annotations = page.links.length === 0 ? '' : `/Annots[${page.links.map(({ object }) => ref(object)).join(' ')}]`;
      file.put(
        page.id,
        `<</Type/Page/Parent ${ref(this.pageTree)}/MediaBox[0 0 ${pageSize.width} ${pageSize.height}]/Resources ${ref(resources)}` +
          `/Contents ${ref(content)}/StructParents ${page.key}/Tabs/S${annotations}>>`,
      );
    }
    file.put(this.pageTree, `<</Type/Pages/Count ${this.pages.length}/Kids[${this.pages.map(({ id }) => ref(id)).join(' ')}]>>`);
  }

  private destination(place: string): string {
    const found = this.places.get(place);
    const [first] = this.pages;
    const page = found?.page ?? first;
    if (!page) throw new Error('a document without a page');
    return `[${ref(page.id)}/XYZ 0 ${num(pageSize.height - (found?.top ?? 0))} null]`;
  }

  private writeBookmarks(): string {
    if (this.bookmarks.length === 0) return '';
    const { file } = this;
    const root = file.reserve();
    const items = this.bookmarks.map((bookmark) => ({ ...bookmark, id: file.reserve(), parent: root, children: [] as ObjectId[], all: 0 }));
    const top: ObjectId[] = [];
    const trail: typeof items = [];
    for (const item of items) {
      while (trail.length > 0 && (trail[trail.length - 1]?.level ?? 0) >= item.level) trail.pop();
      const parent = trail[trail.length - 1];
      item.parent = parent?.id ?? root;
      (parent?.children ?? top).push(item.id);
      for (const above of trail) above.all += 1;
      trail.push(item);
    }
    const siblings = new Map(items.map((item) => [item.id, item.children]));
    siblings.set(root, top);
    for (const item of items) {
      const row = siblings.get(item.parent) ?? [];
      const at = row.indexOf(item.id);
      const [before, after] = [row[at - 1], row[at + 1]];
      const [first] = item.children;
      const inside = first === undefined ? '' : `/First ${ref(first)}/Last ${ref(item.children[item.children.length - 1] ?? first)}/Count -${item.all}`;
      file.put(
        item.id,
        `<</Title ${pdfText(item.title)}/Parent ${ref(item.parent)}/Dest${this.destination(item.place)}` +
          `${before === undefined ? '' : `/Prev ${ref(before)}`}${after === undefined ? '' : `/Next ${ref(after)}`}${inside}>>`,
      );
    }
    file.put(root, `<</Type/Outlines/First ${ref(top[0] ?? root)}/Last ${ref(top[top.length - 1] ?? root)}/Count ${top.length}>>`);
    return `/Outlines ${ref(root)}/PageMode/UseOutlines`;
  }

  private attach({ name, mediaType, description, data }: Attachment): { id: ObjectId; name: string } {
    const { file } = this;
    const sum = createHash('md5').update(data).digest('hex');
    const stream = file.addStream(
      `/Type/EmbeddedFile/Subtype${pdfName(mediaType)}/Params<</Size ${data.length}/CheckSum<${sum}>/ModDate${pdfDate(this.facts.createdAt)}>>`,
      data,
    );
    const id = file.add(
      `<</Type/Filespec/F(${name})/UF ${pdfText(name)}/Desc ${pdfText(description)}/AFRelationship/Data/EF<</F ${ref(stream)}/UF ${ref(stream)}>>>>`,
    );
    return { id, name };
  }
}
