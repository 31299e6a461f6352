import { getDocumentProxy } from 'unpdf';

/** A page of a PDF, read back. */
export interface Sheet {
  width: number;
  height: number;
  text: string;
}

/** The pages of a PDF with their size in points and their words. */
export async function pagesOf(bytes: Uint8Array): Promise<Sheet[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      return {
        width,
        height,
        text: items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replace(/\s+/g, ' '),
      };
    }),
  );
}

/** Is it a PDF that assistive technologies can read: marked, with a tree of its contents and a language? */
export async function isTagged(bytes: Uint8Array): Promise<boolean> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const tree = await (await document.getPage(1)).getStructTree();
  const { info } = (await document.getMetadata()) as { info: { Language?: string } };
  return marks?.Marked === true && (tree?.children.length ?? 0) > 0 && info.Language?.startsWith('fr') === true;
}
