/** The sRGB colour space as an ICC version 4 profile, written from its definition (IEC 61966-2-1): PDF/A wants one in the file. */
export function sRgbProfile(): Buffer {
  const tags: [string, Buffer][] = [
    ['desc', localised('sRGB IEC61966-2.1')],
    ['cprt', localised('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', fixed('sf32', [1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316])],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
  ];
  const curve = fixed('para', [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045], 3);
  for (const tag of ['rTRC', 'gTRC', 'bTRC']) tags.push([tag, curve]);

  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const placed = new Map<Buffer, number>();
  let offset = 128 + table.length;
  tags.forEach(([tag, body], index) => {
    let at = placed.get(body);
    if (at === undefined) {
      at = offset;
      placed.set(body, at);
      bodies.push(body);
      offset += body.length;
    }
    table.write(tag, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  });

  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x04200000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2020, 1, 1, 0, 0, 0].forEach((part, index) => header.writeUInt16BE(part, 24 + index * 2));
  header.write('acsp', 36, 'latin1');
  xyz(0.9642, 1, 0.8249).copy(header, 68, 8);
  return Buffer.concat([header, table, ...bodies]);
}

function fixed(type: string, values: number[], kind?: number): Buffer {
  const lead = kind === undefined ? 8 : 12;
  const bytes = Buffer.alloc(lead + values.length * 4);
  bytes.write(type, 0, 'latin1');
  if (kind !== undefined) bytes.writeUInt16BE(kind, 8);
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65536), lead + index * 4));
  return bytes;
}

function xyz(x: number, y: number, z: number): Buffer {
  return fixed('XYZ ', [x, y, z]);
}

function localised(text: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil((28 + text.length * 2) / 4) * 4);
  bytes.write('mluc', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(text.length * 2, 20);
  bytes.writeUInt32BE(28, 24);
  for (let at = 0; at < text.length; at += 1) bytes.writeUInt16BE(text.charCodeAt(at), 28 + at * 2);
  return bytes;
}
