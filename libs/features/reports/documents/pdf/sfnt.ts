import { inflateSync } from 'node:zlib';

/** The tables of a TrueType font, by tag. */
export type FontTables = ReadonlyMap<string, Buffer>;

/** Opens a WOFF file (version 1): the tables it packs, unpacked. */
export function readWoff(file: Buffer): FontTables {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font');
  const tables = new Map<string, Buffer>();
  const count = file.readUInt16BE(12);
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const offset = file.readUInt32BE(entry + 4);
    const packed = file.readUInt32BE(entry + 8);
    const length = file.readUInt32BE(entry + 12);
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', entry, entry + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  return tables;
}

/** A table that must be there. */
export function table(tables: FontTables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`font without ${tag} table`);
  return found;
}

/** Character → glyph of the font's Unicode table (formats 4 and 12). */
export function readCharacters(cmap: Buffer): Map<number, number> {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const offset = cmap.readUInt32BE(8 + index * 8);
    return { offset, format: cmap.readUInt16BE(offset) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full) return readGroups(cmap, full.offset);
  const basic = subtables.find(({ format }) => format === 4);
  if (!basic) throw new Error('font without a Unicode character table');
  return readSegments(cmap, basic.offset);
}

function readGroups(cmap: Buffer, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = cmap.readUInt32BE(offset + 12);
  for (let group = 0; group < count; group += 1) {
    const at = offset + 16 + group * 12;
    const first = cmap.readUInt32BE(at);
    const last = cmap.readUInt32BE(at + 4);
    const glyph = cmap.readUInt32BE(at + 8);
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function readSegments(cmap: Buffer, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = cmap.readUInt16BE(offset + 6);
  for (let at = 0; at < doubled; at += 2) {
    const last = cmap.readUInt16BE(offset + 14 + at);
    const first = cmap.readUInt16BE(offset + 16 + doubled + at);
    const delta = cmap.readUInt16BE(offset + 16 + doubled * 2 + at);
    const rangeAt = offset + 16 + doubled * 3 + at;
    const range = cmap.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - first) * 2);
      if (listed !== 0) glyphs.set(code, (listed + delta) & 0xffff);
    }
  }
  return glyphs;
}

/** Advance of each glyph, in font units. */
export function readAdvances(hmtx: Buffer, measured: number, glyphs: number): Uint16Array {
  const advances = new Uint16Array(glyphs);
  for (let glyph = 0; glyph < glyphs; glyph += 1) advances[glyph] = hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4);
  return advances;
}

/** A font file made of some tables, in the order and with the checksums the format asks for. */
export function writeSfnt(tables: FontTables): Buffer {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + tags.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tags.length - power) * 16, 10);
  const parts = [header];
  let offset = header.length;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const data = table(tables, tag);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    if (tag === 'head') {
      padded.writeUInt32BE(0, 8);
      headAt = offset;
    }
    const at = 12 + index * 16;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(data.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  const file = Buffer.concat(parts);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
