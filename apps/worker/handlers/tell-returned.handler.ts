import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { TellReturned } from '@maillage/features/indicators';

/** Writes to those who gave the values just sent back. */
@Injectable()
export class TellReturnedHandler implements JobHandler<'collection.tell-returned'> {
  readonly job = 'collection.tell-returned';

  constructor(private readonly tell: TellReturned) {}

  async handle({ communityId }: JobContext<'collection.tell-returned'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rappel appartient à une communauté.');
    await this.tell.execute(communityId);
  }
}
