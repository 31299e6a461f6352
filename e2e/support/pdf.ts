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
      return { width, height, text: items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ') };
    }),
  );
}
