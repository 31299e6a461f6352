/** Reads a PDF from standard input with PDF.js, as a viewer does, and writes what it finds as JSON. Run apart: PDF.js is ES modules only. */
import { getDocumentProxy } from 'unpdf';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const annotations = await page.getAnnotations();
  pages.push({
    size: page.view,
    lines: items.filter(({ str }) => str).map(({ str, transform, width, height }) => ({ text: str, x: transform[4], y: transform[5], width, height })),
    structure: await page.getStructTree(),
    links: annotations.filter(({ subtype }) => subtype === 'Link').length,
    marks: items.filter(({ type }) => type?.startsWith('beginMarkedContent')).length,
  });
}
const { info, metadata } = await document.getMetadata();
process.stdout.write(
  JSON.stringify({
    info,
    metadata: { part: metadata?.get('pdfaid:part'), conformance: metadata?.get('pdfaid:conformance'), accessible: metadata?.get('pdfuaid:part') },
    marked: (await document.getMarkInfo())?.Marked ?? false,
    outline: (await document.getOutline())?.map(({ title }) => title) ?? [],
    attachments: Object.fromEntries(Object.entries((await document.getAttachments()) ?? {}).map(([name, { content }]) => [name, Buffer.from(content).toString('utf8')])),
    pages,
  }),
);
