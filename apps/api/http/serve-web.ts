import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers';
import type { WebFile, WebFiles } from './web-files';

const YEAR = 'public, max-age=31536000, immutable';
const CHECK = 'public, max-age=0, must-revalidate';

async function sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const encoding = file.encodingFor(request.headers['accept-encoding'] ?? '');
  void reply.header('etag', file.etag).header('vary', 'accept-encoding').header('cache-control', file.hashed ? YEAR : CHECK);
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.type(file.type).send(await file.as(encoding));
}

/** Serves the built web beside the API: its files, and its page for every other address. */
export function serveWeb(app: NestFastifyApplication, web: WebFiles, secure: boolean): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.get('/*', async (request, reply) => {
    const address = decodePath(request.url);
    if (address === null || /^\/api(\/|$)/.test(address)) return reply.callNotFound();
    const file = web.at(address);
    if (file) return sendFile(file, request, reply);
    const page = address.startsWith('/assets/') || /\.\w{2,5}$/.test(address) ? null : web.render();
    if (!page) return reply.callNotFound();
    // Pages are people's own, the one of a collection link above all: none belongs in a search engine.
    void reply.header('x-robots-tag', 'noindex, nofollow');
    return reply.header('content-security-policy', pagePolicy(page.nonce, secure)).type('text/html; charset=utf-8').send(page.html);
  });
}

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    return null;
  }
}
