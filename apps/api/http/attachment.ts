import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

/** A file that goes out as it is. */
export interface Attachment {
  name: string;
  mediaType: string;
  /** Bytes; absent for what is made as it goes out. */
  size?: number;
  stream: Readable;
}

/** The name twice: in plain letters for old readers, and whole as RFC 6266 writes it. */
function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Answers with a file to be kept, streamed: never guessed, never drawn in the page, never in a shared cache. */
export function attachment(reply: FastifyReply, { name, mediaType, size, stream }: Attachment): StreamableFile {
  void reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store');
  return new StreamableFile(stream, { type: mediaType, ...(size === undefined ? {} : { length: size }), disposition: disposition(name) });
}
