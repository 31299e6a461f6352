import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { RecomputeValues } from '@maillage/features/indicators';

/** Computes again the values whose inputs changed. */
@Injectable()
export class RecomputeHandler implements JobHandler<'indicators.recompute'> {
  readonly job = 'indicators.recompute';

  constructor(private readonly recompute: RecomputeValues) {}

  async handle({ communityId }: JobContext<'indicators.recompute'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un calcul appartient à une communauté.');
    await this.recompute.execute(communityId);
  }
}
