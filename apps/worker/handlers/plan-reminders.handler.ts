import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { PlanReminders } from '@maillage/features/indicators';

/** Plans by itself the reminders of the day. */
@Injectable()
export class PlanRemindersHandler implements JobHandler<'collection.remind'> {
  readonly job = 'collection.remind';

  constructor(private readonly plan: PlanReminders) {}

  async handle({ communityId }: JobContext<'collection.remind'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rappel appartient à une communauté.');
    await this.plan.execute(communityId);
  }
}
