import { inflateSync } from 'node:zlib';

/** An object of a file: its dictionary or value as text on one line, and the bytes of its stream. */
export interface RawObject {
  readonly body: string;
  readonly stream?: Buffer;
}

/** Every object that the cross-reference table of a PDF names, streams inflated: to check what a viewer forgives. */
export function pdfObjects(bytes: Buffer): Map<number, RawObject> {
  const text = bytes.toString('latin1');
  const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]));
  const objects = new Map<number, RawObject>();
  for (const [, offset] of table.matchAll(/^(\d{10}) \d{5} n/gm)) {
    const [, id = '', raw = '', end = ''] = /^(\d+) 0 obj\n([\s\S]*?)\n(stream\n|endobj)/.exec(text.slice(Number(offset))) ?? [];
    const body = raw.replace(/\n\s*/g, ' ');
    if (end === 'endobj') {
      objects.set(Number(id), { body });
      continue;
    }
    const start = Number(offset) + `${id} 0 obj\n${raw}\n${end}`.length;
    const data = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0));
    objects.set(Number(id), { body, stream: body.includes('/FlateDecode') ? inflateSync(data) : data });
  }
  return objects;
}

/** The objects whose body matches. */
export function objectsWith(objects: ReadonlyMap<number, RawObject>, pattern: RegExp): RawObject[] {
  return [...objects.values()].filter(({ body }) => pattern.test(body));
}

/** The object that an entry of another one points to. */
export function objectOf(objects: ReadonlyMap<number, RawObject>, { body }: RawObject, entry: string): RawObject {
  return objects.get(Number(new RegExp(`/${entry} (\\d+) 0 R`).exec(body)?.[1])) ?? { body: '' };
}
