import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { renderDocuments } from '..';
import { Page, type ShapeStyle, type TextStyle } from '../pdf/page';
import { demoSnapshot } from '../testing/demo-report';
import { renderPdf } from './render-pdf';

type Trace = (pdf: PDFKit.PDFDocument) => void;
type Drawn = { text: string; x: number; y: number; style: TextStyle } | { path: Trace; style: ShapeStyle };

/** Every text and shape of the demo report, page by page: the content that a plain renderer draws again. */
function recordDrawing(): Drawn[][] {
  const pages = new Map<object, Drawn[]>();
  const on = (page: object): Drawn[] => pages.get(page) ?? pages.set(page, []).get(page) ?? [];
  const { text, shape } = Page.prototype;
  const texts = jest.spyOn(Page.prototype, 'text').mockImplementation(function (this: Page, x, y, words, style) {
    on(this).push({ text: words, x, y, style });
    text.call(this, x, y, words, style);
  });
  const shapes = jest.spyOn(Page.prototype, 'shape').mockImplementation(function (this: Page, path, style) {
    on(this).push({ path, style });
    shape.call(this, path, style);
  });
  renderPdf(demoSnapshot());
  texts.mockRestore();
  shapes.mockRestore();
  return [...pages.values()];
}

/** The same content drawn with pdfkit as its guide shows: no structure, no metadata, no attachment. */
function plainPdfkit(pages: readonly Drawn[][], fonts: Record<TextStyle['face'], string | Buffer>): Promise<number> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
    let size = 0;
    document.on('data', (chunk: Buffer) => (size += chunk.length));
    document.on('end', () => resolve(size));
    document.registerFont('regular', fonts.regular);
    document.registerFont('strong', fonts.strong);
    for (const page of pages) {
      document.addPage();
      for (const one of page) {
        if ('text' in one) document.font(one.style.face).fontSize(one.style.size).fillColor(one.style.colour).text(one.text, one.x, one.y - one.style.size * 0.8, { lineBreak: false });
        else drawPath(document, one.path, one.style);
      }
    }
    document.end();
  });
}

function drawPath(document: PDFKit.PDFDocument, trace: Trace, { fill, stroke, width, dash }: ShapeStyle): void {
  trace(document);
  if (width) document.lineWidth(width);
  if (dash) document.dash(dash[0], { space: dash[1] });
  if (fill && stroke) document.fillAndStroke(fill, stroke);
  else if (fill) document.fill(fill);
  else if (stroke) document.stroke(stroke);
  if (dash) document.undash();
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

describe('the three documents against a plain drawing of the same pages', () => {
  it('costs at most two and a half times a plain PDF with its fonts', async () => {
    const latin = (weight: number): Buffer => readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));
    const fonts = { regular: latin(400), strong: latin(600) };
    const pages = recordDrawing();
    const spent = { ours: [] as number[], plain: [] as number[] };
    const measure = async (kind: keyof typeof spent, work: () => unknown): Promise<void> => {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      spent[kind].push((user + system) / 1000);
    };
    for (let round = 0; round < 4; round += 1) {
      // A new snapshot each time: nothing of it can have been kept.
      const snapshot = demoSnapshot();
      await measure('ours', () => renderDocuments(snapshot));
      await measure('plain', () => plainPdfkit(pages, fonts));
    }
    const [ours, plain] = [spent.ours, spent.plain].map((list) => median(list.slice(1))) as [number, number];
    process.stdout.write(`documents ${ours.toFixed(0)} ms · plain pdfkit with its fonts ${plain.toFixed(0)} ms (${(ours / plain).toFixed(2)}×)\n`);
    expect(ours / plain).toBeLessThan(2.5);
  }, 60_000);
});
