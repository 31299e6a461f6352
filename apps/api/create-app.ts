import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@maillage/domain/kernel';
import { Config, Log } from '@maillage/platform';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { ApiModule } from './api.module';
import { requestId, useRequestLog } from './http/request-log';
import { requireDeclaredRoutes } from './http/route-check';
import { useSecurityHeaders } from './http/security-headers';
import { serveWeb } from './http/serve-web';
import { WebFiles } from './http/web-files';

/** Largest JSON body; files have their own limit. */
const BODY_LIMIT = 1_048_576;

/** Largest file a person can send. */
export const FILE_LIMIT = 20 * 1_048_576;

/** The built web beside this built API (`dist/apps/web`). */
export const builtWeb = path.resolve(__dirname, '../web');

/** The adapter of the application: limits on what comes in, and how long it may take. */
export function makeAdapter(options: { trustProxy: boolean }): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    requestTimeout: 60_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
    multipart: { limits: { fileSize: FILE_LIMIT, files: 1, fields: 10, fieldSize: 10_000, parts: 11 } },
  });
}

/** Everything between Nest and the network; the same for the running process and the tests. */
export async function equip(app: NestFastifyApplication, options: { webFolder: string }): Promise<NestFastifyApplication> {
  const config = app.get(Config);
  const log = app.get(Log);
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix('api');
  useRequestLog(app, log);
  await useSecurityHeaders(app, config.COOKIE_SECURE);
  await app.register(cookie);
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_, { ttl }) => new DomainError('too-many-attempts', { door: 'requests', seconds: Math.ceil(ttl / 1_000) }) });
  server.removeContentTypeParser('text/plain');
  serveWeb(app, await WebFiles.read(options.webFolder), config.COOKIE_SECURE);
  requireDeclaredRoutes(app);
  return app;
}

/** The application, ready to listen. */
export async function createApp(config: Config, webFolder = builtWeb): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, makeAdapter({ trustProxy: config.TRUST_PROXY }), {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Log).forNest());
  return equip(app, { webFolder });
}
