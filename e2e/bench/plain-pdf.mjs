// The reference of the documents: what a report's PDF shows (read back by PDF.js: every text, every shape, where it stands),
// drawn again with pdfkit as its guide does: no structure for screen readers, no metadata, no attachment.
import { readFileSync } from 'node:fs';
import { require } from './product.mjs';

// PDF.js moves buffers in a way that Node learnt in version 21.
ArrayBuffer.prototype.transferToFixedLength ??= function transferToFixedLength() {
  return this.slice(0);
};

const drawOps = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 };

/** Everything drawn by a PDF, page by page. */
export async function readDrawing(bytes) {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items, styles } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({ texts: items.filter(({ str }) => str?.trim()).map((item) => textOf(item, styles)), shapes: shapesOf({ fnArray, argsArray }, OPS) });
  }
  await file.destroy?.();
  return pages;
}

const textOf = ({ str, transform, fontName }, styles) => ({
  text: str,
  x: transform[4],
  y: transform[5],
  size: Math.hypot(transform[0], transform[1]) || 8,
  face: /bold|semi|strong|600/i.test(`${fontName} ${styles?.[fontName]?.fontFamily ?? ''}`) ? 'strong' : 'regular',
});

/** The graphic orders that a plain drawing repeats. */
function shapesOf({ fnArray, argsArray }, ops) {
  const shapes = [];
  const kept = new Map([
    [ops.save, 'save'], [ops.restore, 'restore'], [ops.transform, 'transform'], [ops.setLineWidth, 'lineWidth'], [ops.constructPath, 'path'],
    [ops.setFillRGBColor, 'fillColor'], [ops.setStrokeRGBColor, 'strokeColor'],
  ]);
  const paints = new Map([[ops.stroke, 'stroke'], [ops.closeStroke, 'stroke'], [ops.fill, 'fill'], [ops.eoFill, 'fill'], [ops.fillStroke, 'fillAndStroke'], [ops.eoFillStroke, 'fillAndStroke']]);
  fnArray.forEach((fn, index) => {
    const kind = kept.get(fn);
    if (!kind) return;
    const args = argsArray[index];
    if (kind === 'path') shapes.push({ kind, paint: paints.get(args[0]), data: Array.from(args[1]?.[0] ?? []) });
    else shapes.push({ kind, args: Array.from(args ?? []) });
  });
  return shapes;
}

const face = (weight) => readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));
let fonts = null;

/** Draws the same pages plainly; resolves with the size of the file. */
export function drawPlain(pages) {
  const PDFDocument = require('pdfkit');
  fonts ??= { regular: face(400), strong: face(600) };
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
    let size = 0;
    document.on('data', (chunk) => (size += chunk.length));
    document.on('end', () => resolve(size));
    for (const [name, bytes] of Object.entries(fonts)) document.registerFont(name, bytes);
    for (const { texts, shapes } of pages) {
      document.addPage();
      drawShapes(document, shapes);
      for (const { text, x, y, size: points, face: name } of texts) document.font(name).fontSize(points).fillColor('#1a1a1a').text(text, x, 841.89 - y - points * 0.8, { lineBreak: false });
    }
    document.end();
  });
}

function drawShapes(document, shapes) {
  let depth = 0;
  for (const { kind, args, paint, data } of shapes) {
    if (kind === 'path') drawPath(document, data, paint);
    else if (kind === 'save') {
      depth += 1;
      document.save();
    } else if (kind === 'restore' && depth > 0) {
      depth -= 1;
      document.restore();
    } else if (kind === 'lineWidth') document.lineWidth(args[0]);
    else if (kind === 'fillColor' && typeof args[0] === 'string') document.fillColor(args[0]);
    else if (kind === 'strokeColor' && typeof args[0] === 'string') document.strokeColor(args[0]);
  }
  while (depth-- > 0) document.restore();
}

function drawPath(document, data, paint) {
  const up = (y) => 841.89 - y;
  for (let place = 0; place < data.length; ) {
    const op = data[place];
    if (op === drawOps.moveTo) document.moveTo(data[place + 1], up(data[place + 2]));
    else if (op === drawOps.lineTo) document.lineTo(data[place + 1], up(data[place + 2]));
    else if (op === drawOps.curveTo) document.bezierCurveTo(data[place + 1], up(data[place + 2]), data[place + 3], up(data[place + 4]), data[place + 5], up(data[place + 6]));
    else document.closePath();
    place += { [drawOps.moveTo]: 3, [drawOps.lineTo]: 3, [drawOps.curveTo]: 7, [drawOps.closePath]: 1 }[op] ?? data.length;
  }
  if (data.length > 0) document[paint ?? 'stroke']();
}
