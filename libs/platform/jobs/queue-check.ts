import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from './job';

/** Shows that the chain database → queue → worker → database holds. */
@Injectable()
export class QueueCheckHandler implements JobHandler<'queue-check'> {
  readonly job = 'queue-check';
  readonly attempts = 2;

  async handle({ progress }: JobContext<'queue-check'>): Promise<void> {
    await progress(100, 'La file des tâches répond.');
  }
}
