import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Config } from '@maillage/platform';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Header every write carries: a form or an image of another site cannot send it. */
export const WRITE_HEADER = 'x-maillage';

/** Refuses a write that another site could have made the browser send. */
@Injectable()
export class ForgeryGuard implements CanActivate {
  private readonly origin: string;

  constructor(config: Config) {
    this.origin = new URL(config.PUBLIC_URL).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (READS.has(request.method)) return true;
    if (request.headers[WRITE_HEADER] !== '1' || !this.isOurs(request)) throw new HttpProblem('request-forged');
    return true;
  }

  private isOurs(request: FastifyRequest): boolean {
    if (request.headers['sec-fetch-site'] === 'cross-site') return false;
    const { origin, host } = request.headers;
    if (origin === undefined || origin === this.origin) return true;
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
  }
}
