import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type ObjectId, type PdfFile, ref } from './file';
import { hex4 } from './syntax';
import type { Typeface } from './typeface';

/** What French text is made of: cut, compressed and kept once for all documents that need nothing more. */
const frenchCharacters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŸ–—‘’‚“”„†‡•…‰‹›€™−≤≥≠≈→↑↓□✓✔●▲■◆○\u2009\u202F\u2011`;
const usualSubsets = new WeakMap<Typeface, { ids: ReadonlySet<number>; data: Buffer; length: number; tag: string }>();

function range(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** One font inside one document: writes text as glyph numbers and remembers which ones to embed. */
export class FontUse {
  private readonly used = new Map<number, number>();

  constructor(
    readonly typeface: Typeface,
    readonly id: ObjectId,
    readonly label: string,
  ) {}

  /** The text as a PDF show operator, kerning included. */
  show(text: string): string {
    let run = '';
    let out = '';
    let before = -1;
    for (let at = 0; at < text.length; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code <= 0xdbff) {
        code = text.codePointAt(at) ?? code;
        if (code > 0xffff) at += 1;
      }
      const glyph = this.typeface.glyph(code);
      const known = this.used.get(glyph.id);
      if (known === undefined || glyph.code < known) this.used.set(glyph.id, glyph.code);
      const kerning = before < 0 ? 0 : this.typeface.kerning(before, glyph.id);
      if (kerning !== 0) {
        out += `<${run}>${-kerning}`;
        run = '';
      }
      run += hexOf(glyph.id);
      before = glyph.id;
    }
    return out === '' ? `<${run}>Tj` : `[${out}<${run}>]TJ`;
  }

  /** Puts the font, cut down to what was shown, into the file. */
  embed(file: PdfFile): void {
    const { typeface } = this;
    const ids = [...this.used.keys()].sort((a, b) => a - b);
    const { data, length, tag } = subsetFor(typeface, ids);
    const name = `${tag}+${typeface.name}`;
    const program = file.addStream(`/Length1 ${length}`, data, 'compressed');
    const descriptor = file.add(
      `<</Type/FontDescriptor/FontName/${name}/Flags 32/FontBBox[${typeface.box.join(' ')}]/ItalicAngle 0/Ascent ${typeface.ascent}` +
        `/Descent ${typeface.descent}/CapHeight ${typeface.capHeight}/StemV ${Math.round(typeface.weight / 5)}/FontFile2 ${ref(program)}>>`,
    );
    const widths = ids.map((id) => `${id}[${typeface.glyph(this.used.get(id) ?? 0).advance}]`).join('');
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${ref(descriptor)}/DW 1000/W[${widths}]/CIDToGIDMap/Identity>>`,
    );
    const unicode = file.addStream('', Buffer.from(this.toUnicode(ids), 'latin1'));
    file.put(
      this.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(unicode)}>>`,
    );
  }

  private toUnicode(ids: number[]): string {
    const lines = ids.map((id) => `<${hex4(id)}><${utf16(this.used.get(id) ?? 0)}>`);
    let blocks = '';
    for (let from = 0; from < lines.length; from += 100) {
      const block = lines.slice(from, from + 100);
      blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
    }
    return (
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n' +
      `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocks}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
    );
  }
}

const hexes: string[] = [];

function hexOf(id: number): string {
  return (hexes[id] ??= hex4(id));
}

function utf16(code: number): string {
  return [...String.fromCodePoint(code)].flatMap((char) => char.split('').map((unit) => hex4(unit.charCodeAt(0)))).join('');
}

function subsetFor(typeface: Typeface, ids: number[]): { data: Buffer; length: number; tag: string } {
  let usual = usualSubsets.get(typeface);
  if (!usual) {
    const usualIds = new Set([...frenchCharacters].map((char) => typeface.glyph(char.codePointAt(0) ?? 0).id));
    usual = { ids: usualIds, ...pack(typeface, usualIds) };
    usualSubsets.set(typeface, usual);
  }
  const { ids: known } = usual;
  return ids.every((id) => known.has(id)) ? usual : pack(typeface, new Set([...known, ...ids]));
}

function pack(typeface: Typeface, ids: ReadonlySet<number>): { data: Buffer; length: number; tag: string } {
  const bytes = typeface.subset(ids);
  const digest = createHash('sha256').update(bytes).digest();
  const tag = String.fromCharCode(...[...digest.subarray(0, 6)].map((byte) => 65 + (byte % 26)));
  return { data: deflateSync(bytes, { level: 9 }), length: bytes.length, tag };
}
