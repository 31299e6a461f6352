/** The space to add between two glyphs, in font units. */
export type Kerning = (left: number, right: number) => number;

/** Reads the pair adjustments of the `kern` feature of a GPOS table; pairs already asked for are remembered. */
export function readKerning(gpos: Buffer | undefined): Kerning {
  if (!gpos) return () => 0;
  const subtables = pairSubtables(gpos);
  const known = new Map<number, number>();
  return (left, right) => {
    const key = left * 65536 + right;
    let value = known.get(key);
    if (value === undefined) {
      value = 0;
      for (const at of subtables) {
        const found = pairValue(gpos, at, left, right);
        if (found !== undefined) {
          value = found;
          break;
        }
      }
      known.set(key, value);
    }
    return value;
  };
}

/** Offsets of the pair subtables that the `kern` features name, extensions followed. */
function pairSubtables(gpos: Buffer): number[] {
  const features = gpos.readUInt16BE(6);
  const lookups = gpos.readUInt16BE(8);
  const wanted = new Set<number>();
  for (let index = 0; index < gpos.readUInt16BE(features); index += 1) {
    const record = features + 2 + index * 6;
    if (gpos.toString('latin1', record, record + 4) !== 'kern') continue;
    const feature = features + gpos.readUInt16BE(record + 4);
    for (let item = 0; item < gpos.readUInt16BE(feature + 2); item += 1) wanted.add(gpos.readUInt16BE(feature + 4 + item * 2));
  }
  const found: number[] = [];
  for (const index of [...wanted].sort((a, b) => a - b)) {
    const lookup = lookups + gpos.readUInt16BE(lookups + 2 + index * 2);
    const type = gpos.readUInt16BE(lookup);
    for (let item = 0; item < gpos.readUInt16BE(lookup + 4); item += 1) {
      const at = lookup + gpos.readUInt16BE(lookup + 6 + item * 2);
      if (type === 2) found.push(at);
      else if (type === 9 && gpos.readUInt16BE(at + 2) === 2) found.push(at + gpos.readUInt32BE(at + 4));
    }
  }
  return found;
}

/** The adjustment of one subtable; undefined when the left glyph is not its business. */
function pairValue(gpos: Buffer, at: number, left: number, right: number): number | undefined {
  const covered = coverageIndex(gpos, at + gpos.readUInt16BE(at + 2), left);
  if (covered < 0) return undefined;
  const firstFormat = gpos.readUInt16BE(at + 4);
  const firstSize = bits(firstFormat) * 2;
  const size = firstSize + bits(gpos.readUInt16BE(at + 6)) * 2;
  if (!(firstFormat & 4)) return 0;
  const advanceAt = bits(firstFormat & 3) * 2;
  if (gpos.readUInt16BE(at) === 1) {
    const set = at + gpos.readUInt16BE(at + 10 + covered * 2);
    let low = 0;
    let high = gpos.readUInt16BE(set) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const pair = set + 2 + middle * (2 + size);
      const glyph = gpos.readUInt16BE(pair);
      if (glyph === right) return gpos.readInt16BE(pair + 2 + advanceAt);
      if (glyph < right) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
  const leftClass = classOf(gpos, at + gpos.readUInt16BE(at + 8), left);
  const rightClass = classOf(gpos, at + gpos.readUInt16BE(at + 10), right);
  const rightClasses = gpos.readUInt16BE(at + 14);
  return gpos.readInt16BE(at + 16 + (leftClass * rightClasses + rightClass) * size + advanceAt);
}

function bits(format: number): number {
  let count = 0;
  for (let rest = format; rest; rest >>= 1) count += rest & 1;
  return count;
}

/** Range that holds a glyph among `count` records of 6 bytes (first, last, value), or -1. */
function rangeAt(gpos: Buffer, start: number, count: number, glyph: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = start + middle * 6;
    if (glyph < gpos.readUInt16BE(at)) high = middle - 1;
    else if (glyph > gpos.readUInt16BE(at + 2)) low = middle + 1;
    else return at;
  }
  return -1;
}

function coverageIndex(gpos: Buffer, at: number, glyph: number): number {
  const count = gpos.readUInt16BE(at + 2);
  if (gpos.readUInt16BE(at) === 2) {
    const range = rangeAt(gpos, at + 4, count, glyph);
    return range < 0 ? -1 : gpos.readUInt16BE(range + 4) + glyph - gpos.readUInt16BE(range);
  }
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const listed = gpos.readUInt16BE(at + 4 + middle * 2);
    if (listed === glyph) return middle;
    if (listed < glyph) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function classOf(gpos: Buffer, at: number, glyph: number): number {
  if (gpos.readUInt16BE(at) === 1) {
    const index = glyph - gpos.readUInt16BE(at + 2);
    return index >= 0 && index < gpos.readUInt16BE(at + 4) ? gpos.readUInt16BE(at + 6 + index * 2) : 0;
  }
  const range = rangeAt(gpos, at + 4, gpos.readUInt16BE(at + 2), glyph);
  return range < 0 ? 0 : gpos.readUInt16BE(range + 4);
}
