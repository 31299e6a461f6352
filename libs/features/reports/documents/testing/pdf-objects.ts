import { inflateSync } from 'node:zlib';

/** An object of a file: its dictionary or value as text, and the bytes of its stream. */
export interface RawObject {
  readonly body: string;
  readonly stream?: Buffer;
}

/** Every object of a PDF, streams inflated and object streams opened: to check what a viewer forgives. */
export function pdfObjects(bytes: Buffer): Map<number, RawObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, RawObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<[\s\S]*?>>)\nstream\n/g)) {
    const body = match[2] ?? '';
    const start = match.index + match[0].length;
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const raw = bytes.subarray(start, start + length);
    const stream = body.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(match[1]), { body, stream });
    if (!body.includes('/Type/ObjStm')) continue;
    const first = Number(/\/First (\d+)/.exec(body)?.[1] ?? 0);
    const numbers = stream.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      const [id = 0, offset = 0, , next] = numbers.slice(at, at + 4);
      objects.set(id, { body: stream.toString('latin1', first + offset, next === undefined ? stream.length : first + next).trim() });
    }
  }
  return objects;
}

/** The objects whose body matches. */
export function objectsWith(objects: ReadonlyMap<number, RawObject>, pattern: RegExp): RawObject[] {
  return [...objects.values()].filter(({ body }) => pattern.test(body));
}
