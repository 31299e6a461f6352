import { readFileSync } from 'node:fs';
import { type Kerning, readKerning } from './kerning';
import { type FontTables, readAdvances, readCharacters, readWoff, table, writeSfnt } from './sfnt';

/** What a character the font cannot draw is replaced by. */
const unknownMark = 0x25a1;

/** One glyph of a line: what to draw, how far to advance and the extra space before it (kerning), in thousandths of the size. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly code: number;
}

/** An open font: measures text, and cuts itself down to the glyphs a document uses. Figures are tabular by default. */
export class Typeface {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight = 660;
  readonly box: readonly [number, number, number, number];
  readonly glyphCount: number;
  readonly kerning: Kerning;
  private readonly glyphs = new Map<number, Glyph>();
  private readonly known = new Map<number, Glyph>();
  private readonly offsets: Uint32Array;

  constructor(
    readonly name: string,
    readonly weight: number,
    private readonly tables: FontTables,
  ) {
    const head = table(tables, 'head');
    const hhea = table(tables, 'hhea');
    const scale = 1000 / head.readUInt16BE(18);
    if (scale !== 1) throw new Error('only fonts of 1000 units per em are expected');
    this.ascent = hhea.readInt16BE(4);
    this.descent = hhea.readInt16BE(6);
    this.box = [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)];
    this.glyphCount = table(tables, 'maxp').readUInt16BE(4);
    const advances = readAdvances(table(tables, 'hmtx'), hhea.readUInt16BE(34), this.glyphCount);
    for (const [code, id] of readCharacters(table(tables, 'cmap'))) this.known.set(code, { id, advance: advances[id] ?? 0, code });
    this.kerning = readKerning(tables.get('GPOS'));
    const long = head.readInt16BE(50) === 1;
    const loca = table(tables, 'loca');
    this.offsets = Uint32Array.from({ length: this.glyphCount + 1 }, (_, id) =>
      long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2,
    );
  }

  /** The glyph of a character; a square for one the font does not have. */
  glyph(code: number): Glyph {
    let glyph = this.glyphs.get(code);
    if (!glyph) {
      glyph = this.known.get(code) ?? { ...this.square(), code: unknownMark };
      this.glyphs.set(code, glyph);
    }
    return glyph;
  }

  /** Whether the character can be drawn. */
  draws(code: number): boolean {
    return this.known.has(code);
  }

  /** Width of a text in thousandths of the size, kerning included. */
  width(text: string): number {
    let width = 0;
    let before = -1;
    for (let at = 0; at < text.length; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code <= 0xdbff) {
        code = text.codePointAt(at) ?? code;
        if (code > 0xffff) at += 1;
      }
      const glyph = this.glyphs.get(code) ?? this.glyph(code);
      width += glyph.advance;
      if (before >= 0) width += this.kerning(before, glyph.id);
      before = glyph.id;
    }
    return width;
  }

  /** A font file with the outlines of these glyphs only; glyph numbers are kept, so that no table of the page changes. */
  subset(wanted: Iterable<number>): Buffer {
    const glyf = table(this.tables, 'glyf');
    const kept = this.withParts(wanted);
    const loca = Buffer.alloc((this.glyphCount + 1) * 4);
    const outlines: Buffer[] = [];
    let length = 0;
    for (let id = 0; id < this.glyphCount; id += 1) {
      loca.writeUInt32BE(length, id * 4);
      if (!kept.has(id)) continue;
      const outline = glyf.subarray(this.offsets[id], this.offsets[id + 1]);
      outlines.push(outline);
      length += outline.length;
      if (outline.length % 4) {
        outlines.push(Buffer.alloc(4 - (outline.length % 4)));
        length += 4 - (outline.length % 4);
      }
    }
    loca.writeUInt32BE(length, this.glyphCount * 4);
    const head = Buffer.from(table(this.tables, 'head'));
    head.writeInt16BE(1, 50);
    const cut = new Map<string, Buffer>([
      ['head', head],
      ['loca', loca],
      ['glyf', Buffer.concat(outlines)],
    ]);
    for (const tag of ['hhea', 'hmtx', 'maxp', 'cvt ', 'fpgm', 'prep']) {
      const kept = this.tables.get(tag);
      if (kept) cut.set(tag, kept);
    }
    return writeSfnt(cut);
  }

  /** The glyphs and those their outlines are composed of; the empty glyph 0 always. */
  private withParts(wanted: Iterable<number>): Set<number> {
    const glyf = table(this.tables, 'glyf');
    const kept = new Set([0]);
    const pending = [...wanted];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (kept.has(id)) continue;
      kept.add(id);
      const start = this.offsets[id] ?? 0;
      if (start === this.offsets[id + 1] || glyf.readInt16BE(start) >= 0) continue;
      let at = start + 10;
      for (let more = true; more; ) {
        const flags = glyf.readUInt16BE(at);
        pending.push(glyf.readUInt16BE(at + 2));
        at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
        more = (flags & 0x20) !== 0;
      }
    }
    return kept;
  }

  private square(): Glyph {
    const square = this.known.get(unknownMark);
    if (!square) throw new Error('font without a square for unknown characters');
    return square;
  }
}

/** Opens a WOFF font file. */
export function openTypeface(name: string, weight: number, path: string): Typeface {
  return new Typeface(name, weight, readWoff(readFileSync(path)));
}
