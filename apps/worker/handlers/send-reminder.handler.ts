import { Injectable } from '@nestjs/common';
import { JobRefused, MailError, type JobContext, type JobHandler } from '@maillage/platform';
import { SendReminder } from '@maillage/features/indicators';

const attempts = 12;

/** Sends one reminder by e-mail; a mail server that is away is tried again for some hours. */
@Injectable()
export class SendReminderHandler implements JobHandler<'collection.send-reminder'> {
  readonly job = 'collection.send-reminder';
  readonly attempts = attempts;

  constructor(private readonly send: SendReminder) {}

  async handle({ communityId, runId, data, attempt }: JobContext<'collection.send-reminder'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rappel appartient à une communauté.');
    const { reminderId } = data;
    try {
      await this.send.execute({ communityId, reminderId, runId });
    } catch (error) {
      if (error instanceof MailError && attempt >= attempts) await this.send.giveUp({ communityId, reminderId }, error.message);
      throw error;
    }
  }
}
