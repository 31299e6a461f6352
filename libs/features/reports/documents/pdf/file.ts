import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Number of an object of the file; written « n 0 R » where another object names it. */
export type ObjectId = number;

const objectsPerStream = 200;

/** How another object points to this one. */
export function ref(id: ObjectId): string {
  return `${id} 0 R`;
}

/**
 * The objects of a PDF 1.7 file and their writing: plain objects packed in object streams, one compressed
 * cross-reference stream. Holds no clock and no chance: the same objects give the same bytes.
 */
export class PdfFile {
  private readonly plain: (string | undefined)[] = [];
  private readonly streams = new Map<ObjectId, { dictionary: string; data: Buffer }>();
  private last = 0;

  /** A number for an object whose content comes later. */
  reserve(): ObjectId {
    this.last += 1;
    return this.last;
  }

  /** Gives an object its content. */
  put(id: ObjectId, body: string): ObjectId {
    this.plain[id] = body;
    return id;
  }

  /** A new object. */
  add(body: string): ObjectId {
    return this.put(this.reserve(), body);
  }

  /** A new stream, compressed unless it comes compressed or must stay readable (`raw`). */
  addStream(dictionary: string, data: Buffer, kind: 'compress' | 'compressed' | 'raw' = 'compress'): ObjectId {
    const id = this.reserve();
    const bytes = kind === 'compress' ? deflateSync(data) : data;
    this.streams.set(id, { dictionary: kind === 'raw' ? dictionary : `${dictionary}/Filter/FlateDecode`, data: bytes });
    return id;
  }

  /** The whole file. */
  finish(root: ObjectId, info: ObjectId): Buffer {
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')];
    const places = new Map<ObjectId, { stream: ObjectId; index: number } | { offset: number }>();
    let offset = chunks[0]?.length ?? 0;
    const push = (text: string, data?: Buffer, tail = ''): void => {
      for (const part of data ? [Buffer.from(text, 'latin1'), data, Buffer.from(tail, 'latin1')] : [Buffer.from(text, 'latin1')]) {
        chunks.push(part);
        offset += part.length;
      }
    };
    this.packPlain(places);
    for (const [id, { dictionary, data }] of [...this.streams].sort(([a], [b]) => a - b)) {
      places.set(id, { offset });
      push(`${id} 0 obj\n<<${dictionary}/Length ${data.length}>>\nstream\n`, data, '\nendstream\nendobj\n');
    }
    const table = this.reserve();
    places.set(table, { offset });
    const start = offset;
    const rows = deflateSync(this.rows(places));
    const digest = createHash('sha256');
    for (const chunk of chunks) digest.update(chunk);
    const fileId = digest.digest('hex').slice(0, 32).toUpperCase();
    push(
      `${table} 0 obj\n<</Type/XRef/Size ${this.last + 1}/W[1 4 2]/Root ${ref(root)}/Info ${ref(info)}` +
        `/ID[<${fileId}><${fileId}>]/Filter/FlateDecode/Length ${rows.length}>>\nstream\n`,
      rows,
      `\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`,
    );
    return Buffer.concat(chunks);
  }

  private packPlain(places: Map<ObjectId, { stream: ObjectId; index: number } | { offset: number }>): void {
    const ids = Object.keys(this.plain).map(Number);
    for (let from = 0; from < ids.length; from += objectsPerStream) {
      const group = ids.slice(from, from + objectsPerStream);
      let heading = '';
      let length = 0;
      const bodies: string[] = [];
      for (const id of group) {
        const body = this.plain[id] ?? 'null';
        heading += `${id} ${length} `;
        bodies.push(body);
        length += body.length + 1;
      }
      const stream = this.addStream(
        `/Type/ObjStm/N ${group.length}/First ${heading.length}`,
        Buffer.from(`${heading}${bodies.join('\n')}\n`, 'latin1'),
      );
      group.forEach((id, index) => places.set(id, { stream, index }));
    }
  }

  private rows(places: Map<ObjectId, { stream: ObjectId; index: number } | { offset: number }>): Buffer {
    const rows = Buffer.alloc((this.last + 1) * 7);
    rows.writeUInt16BE(65535, 5);
    for (const [id, place] of places) {
      const at = id * 7;
      if ('offset' in place) {
        rows[at] = 1;
        rows.writeUInt32BE(place.offset, at + 1);
      } else {
        rows[at] = 2;
        rows.writeUInt32BE(place.stream, at + 1);
        rows.writeUInt16BE(place.index, at + 5);
      }
    }
    return rows;
  }
}
