import type { StreamableFile } from '@nestjs/common';
import type { CheckedDocument } from '@maillage/features/reports';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { attachment } from '../http/attachment';

/** Answers with a document whose bytes were checked, with its fingerprint for whoever wants to check it again. */
export function sendDocument(reply: FastifyReply, { name, mediaType, bytes, hash }: CheckedDocument): StreamableFile {
  void reply.header('repr-digest', `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`);
  return attachment(reply, { name, mediaType, size: bytes.length, stream: Readable.from([bytes]) });
}
