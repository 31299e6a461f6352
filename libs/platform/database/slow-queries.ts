import type { Logger } from 'typeorm';
import type { Log } from '../log';

/** TypeORM's logger: says which queries are slow, and nothing of what they carried. */
export class SlowQueries implements Logger {
  constructor(private readonly output: Log) {}

  logQuerySlow(time: number, query: string): void {
    this.output.warn('slow query', { milliseconds: time, query: query.slice(0, 500) });
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') this.output.warn(String(message));
  }

  logQuery(): void {}
  logQueryError(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
}
