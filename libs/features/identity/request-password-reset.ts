import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '@maillage/domain/identity';
import { DirectoryDb, Jobs } from '@maillage/platform';
import { Throttle } from './throttle';

/** Asks for a link to choose a new password. Whether the address is known is only looked up by the job: the answer cannot tell. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: DirectoryDb,
    private readonly throttle: Throttle,
    private readonly jobs: Jobs,
  ) {}

  async execute(input: { email: string }, address: string): Promise<void> {
    const email = normaliseEmail(input.email);
    await this.throttle.count({ purpose: 'reset', account: email, address });
    await this.db.run((tx) => this.jobs.enqueue(tx, 'identity.send-link', { resetFor: email }));
  }
}
