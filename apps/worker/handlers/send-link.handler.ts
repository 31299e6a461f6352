import { Injectable } from '@nestjs/common';
import { JobRefused, MailError, type JobContext, type JobHandler } from '@maillage/platform';
import { SendLink } from '@maillage/features/identity';

/** Sends the e-mail of an invitation or of a password reset. */
@Injectable()
export class SendLinkHandler implements JobHandler<'identity.send-link'> {
  readonly job = 'identity.send-link';

  constructor(private readonly sendLink: SendLink) {}

  async handle({ runId, data }: JobContext<'identity.send-link'>): Promise<void> {
    try {
      await this.sendLink.execute(runId, data);
    } catch (error) {
      if (error instanceof MailError && error.outcome === 'permanent') throw new JobRefused(error.message, { cause: error });
      throw error;
    }
  }
}
