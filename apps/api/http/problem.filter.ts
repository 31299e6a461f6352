import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, errorText, isDomainError } from '@maillage/domain/kernel';
import { Log, sqlState } from '@maillage/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { HttpProblem, httpProblem, statusOf, type HttpProblemCode, type ProblemDetails } from './problem';

const ofStatus: Readonly<Record<number, HttpProblemCode>> = {
  400: 'unreadable-body',
  404: 'route-unknown',
  405: 'method-refused',
  413: 'body-too-large',
  415: 'media-type-refused',
  503: 'unavailable',
};

const details = (status: number, code: string, detail: string): ProblemDetails => ({
  type: `urn:maillage:probleme:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail,
});

const ofDoor = (code: HttpProblemCode): ProblemDetails => {
  const { status, detail } = httpProblem(code);
  return details(status, code, detail);
};

/** One of many faults of a whole, with where it stands. */
interface Fault {
  path: string;
  sentence: string;
}

function ofDomain(error: DomainError): ProblemDetails {
  const problem = details(statusOf[error.code], error.code, errorText(error.code, error.meta));
  const { path, faults, ...meta } = error.meta;
  if (Array.isArray(faults)) problem.errors = (faults as Fault[]).map((fault) => ({ path: fault.path, rule: error.code, message: fault.sentence }));
  else if (typeof path === 'string') problem.errors = [{ path, rule: error.code, message: problem.detail }];
  if (Object.keys(meta).length > 0) problem.meta = meta;
  return problem;
}

const statusIn = (error: unknown): number | null => {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
};

const LOST_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE']);

/** The database is away, starting, stopping or full: trying again later is right. */
function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined && /^(08|53|57P0)/.test(state)) return true;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && LOST_CONNECTION.has(code);
}

/** Two identical requests at once, as a double click sends them: the first one did it. */
const isDoneTwice = (error: unknown): boolean => sqlState(error) === '23505';

/** The problem any error becomes; what nobody foresaw is `unexpected`, and says nothing of the inside. */
export function problemOf(error: unknown): ProblemDetails {
  if (isDomainError(error)) return ofDomain(error);
  if (error instanceof HttpProblem) return { ...ofDoor(error.code), ...(error.errors ? { errors: error.errors } : {}) };
  if (isDatabaseAway(error)) return ofDoor('unavailable');
  if (isDoneTwice(error)) return ofDomain(new DomainError('already-done'));
  const status = statusIn(error);
  return ofDoor((status !== null && ofStatus[status]) || (status !== null && status < 500 ? 'invalid-request' : 'unexpected'));
}

/** Answers every error as RFC 9457 problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.log.error('request failed', error, { code: problem.code, url: http.getRequest<FastifyRequest>().routeOptions.url });
    if (reply.sent) return;
    const seconds = problem.meta?.['seconds'];
    if (problem.status === 429 && typeof seconds === 'number') reply.header('retry-after', String(Math.ceil(seconds)));
    reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}
