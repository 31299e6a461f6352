import path from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Face, TextStyle } from './page';

/** What a character the font cannot draw is replaced by. */
const unknownMark = '□';
/** Words kept laid out from one document to the next: shaping them is what costs most. */
const wordsKept = 6_000;

let typefaces: Record<Face, fontkit.Font> | undefined;
let ruler: PDFKit.PDFDocument | undefined;

/** The two weights of Source Sans 3, opened once for the life of the process. Figures are tabular by default. */
export function documentTypefaces(): Record<Face, fontkit.Font> {
  typefaces ??= { regular: openTypeface('SourceSans3-Regular.ttf'), strong: openTypeface('SourceSans3-Semibold.ttf') };
  return typefaces;
}

/** Whether the character can be drawn. */
export function draws(code: number): boolean {
  return documentTypefaces().regular.hasGlyphForCodePoint(code);
}

/** Width of a line in points. */
export function widthOf(text: string, { face, size }: Pick<TextStyle, 'face' | 'size'>): number {
  ruler ??= withTypefaces(new PDFDocument({ font: '', autoFirstPage: false, fontLayoutCache: false }));
  return ruler.font(face).fontSize(size).widthOfString(text);
}

/** Gives a document its letters. pdfkit takes an open font too, whatever its types say. */
export function withTypefaces<T extends PDFKit.PDFDocument>(pdf: T): T {
  for (const [face, font] of Object.entries(documentTypefaces())) pdf.registerFont(face, font as never);
  return pdf;
}

function openTypeface(file: string): fontkit.Font {
  const font = fontkit.openSync(path.join(__dirname, '..', 'fonts', file)) as fontkit.Font;
  // A glyph that several characters share is read back as the first of them, whatever was written before in this process.
  for (const code of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(code);
  // Letters come composed (NFC) and unjoined, so that shaping a word is kerning it: half the cost.
  const runs = new Map<string, fontkit.GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text) => {
    let run = runs.get(text);
    if (!run) {
      const drawable = [...text].map((char) => (font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0) ? char : unknownMark)).join('');
      run = layout(drawable, { liga: false, ccmp: false });
      if (runs.size >= wordsKept) runs.clear();
      runs.set(text, run);
    }
    return run;
  };
  return font;
}
