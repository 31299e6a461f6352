import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/** What each line carries by itself while a request or a job runs. */
export interface LogFields {
  requestId?: string;
  communityId?: string;
  runId?: string;
  job?: string;
}

const current = new AsyncLocalStorage<LogFields>();

/** Runs work whose log lines carry these fields, added to those already there. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run({ ...current.getStore(), ...fields }, work);
}

/** Adds fields to the lines of the request or job that runs now (for example the community, known after sign-in). */
export function addLogFields(fields: LogFields): void {
  const store = current.getStore();
  if (store) Object.assign(store, fields);
}

/** Structured log: one JSON object a line on standard output. */
@Injectable()
export class Log {
  /** The pino logger beneath, for a library that wants one. */
  readonly pino: Logger;

  constructor(options: { level: string; name?: string; to?: DestinationStream }) {
    const settings = {
      level: options.level,
      base: { app: options.name ?? 'maillage' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: () => ({ ...current.getStore() }),
      redact: {
        paths: ['password', 'token', 'cookie', 'authorization', '*.password', '*.token', '*.cookie', '*.authorization', 'req.headers'],
        censor: '[masqué]',
      },
    };
    this.pino = options.to ? pino(settings, options.to) : pino(settings);
  }

  debug(message: string, fields: object = {}): void {
    this.pino.debug(fields, message);
  }

  info(message: string, fields: object = {}): void {
    this.pino.info(fields, message);
  }

  warn(message: string, fields: object = {}): void {
    this.pino.warn(fields, message);
  }

  /** Something failed; pass what was caught so that its stack is kept. */
  error(message: string, caught?: unknown, fields: object = {}): void {
    this.pino.error(caught === undefined ? fields : { ...fields, err: caught }, message);
  }

  /** The same log in the shape Nest wants. */
  forNest(): LoggerService {
    const write = (level: 'info' | 'warn' | 'error' | 'debug' | 'trace') => (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      const fields = typeof context === 'string' ? { context } : {};
      if (message instanceof Error) this.pino[level]({ ...fields, err: message }, message.message);
      else this.pino[level](fields, String(message));
    };
    return { log: write('debug'), warn: write('warn'), error: write('error'), debug: write('debug'), verbose: write('trace') };
  }
}
