import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { withLogFields, type Log } from '@maillage/platform';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { SignedRequest } from './access';

/** A request id given by the proxy, when it looks like one; otherwise a new one. */
export const requestId = (given: string | string[] | undefined): string => (typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID());

/** Gives each request its log fields, and writes one line when it is answered; never a body, a cookie or a query. */
export function useRequestLog(app: NestFastifyApplication, log: Log): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    withLogFields({ requestId: request.id }, done);
  });
  server.addHook('onResponse', (request: SignedRequest, reply, done) => {
    const { signedIn } = request;
    const fields = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(aucune)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(signedIn ? { personId: signedIn.personId, communityId: signedIn.communityId } : {}),
    };
    if (reply.statusCode >= 500) log.warn('answered', fields);
    else log.info('answered', fields);
    done();
  });
}
