import { Injectable } from '@nestjs/common';
import { SendCollectionLink } from '@maillage/features/indicators';
import { JobRefused, MailError, type JobContext, type JobHandler } from '@maillage/platform';

/** Sends the e-mail of a collection link. */
@Injectable()
export class SendCollectionLinkHandler implements JobHandler<'indicators.send-collection-link'> {
  readonly job = 'indicators.send-collection-link';

  constructor(private readonly send: SendCollectionLink) {}

  async handle({ communityId, data }: JobContext<'indicators.send-collection-link'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un lien de collecte appartient à une communauté.');
    try {
      await this.send.execute(communityId, data);
    } catch (error) {
      if (error instanceof MailError && error.outcome === 'permanent') throw new JobRefused(error.message, { cause: error });
      throw error;
    }
  }
}
